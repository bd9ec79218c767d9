//! Amounts of money.

use std::cmp::Ordering;

use super::number::is_decimal;

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AmountError {
    /// The form is not a decimal number.
    #[error(
        "an amount is a decimal text like `250000` or `99.50`: at most 18 digits before the point, one to six after it, no sign, no thousands separator"
    )]
    Form,
}

fn check_amount(text: &str) -> Result<(), AmountError> {
    if is_decimal(text, 18, 6) { Ok(()) } else { Err(AmountError::Form) }
}

text_leaf! {
    /// How much: a decimal text without sign, so that no digit is lost on the way. It is kept as written.
    pub struct Amount;
    error AmountError;
    check check_amount;
    pattern "^(0|[1-9][0-9]{0,17})([.][0-9]{1,6})?$";
    example "250000.00";
    like ["[1-9][0-9]{2,5}", "(0|[1-9][0-9]{0,17})([.][0-9]{1,6})?"];
}

impl Amount {
    /// The amount in millionths.
    pub(crate) fn millionths(&self) -> u128 {
        let (whole, fraction) = self.as_str().split_once('.').unwrap_or((self.as_str(), ""));
        let digits = |part: &str| {
            part.bytes().fold(0u128, |sum, digit| sum * 10 + u128::from(digit.wrapping_sub(b'0')))
        };
        let missing = 6u32.saturating_sub(u32::try_from(fraction.len()).unwrap_or(6));
        digits(whole) * 1_000_000 + digits(fraction) * 10u128.pow(missing)
    }
}

/// Why a text is not a currency code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CurrencyError {
    /// The form is not three capital letters.
    #[error("a currency is its three-letter code in capitals, like `EUR` or `NOK`")]
    Form,
}

fn check_currency(text: &str) -> Result<(), CurrencyError> {
    if text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()) {
        Ok(())
    } else {
        Err(CurrencyError::Form)
    }
}

text_leaf! {
    /// A currency by its three-letter code (ISO 4217). The list of codes changes, so only the form is checked.
    pub struct Currency;
    error CurrencyError;
    check check_currency;
    pattern "^[A-Z]{3}$";
    example "NOK";
    like ["NOK|EUR|GBP", "[A-Z]{3}"];
}

record! {
    /// An amount in a currency.
    ///
    /// ```
    /// use officium::Money;
    /// let limit = Money::new("250000".parse()?, "NOK".parse()?);
    /// let price = Money::new("99.50".parse()?, "NOK".parse()?);
    /// assert!(price < limit);
    /// let foreign = Money::new("1".parse()?, "EUR".parse()?);
    /// assert_eq!(foreign.partial_cmp(&limit), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Money {
        /// How much.
        pub amount: Amount,
        /// In which currency.
        pub currency: Currency,
    }
}

impl PartialOrd for Money {
    /// Compares amounts of one currency, by value; of two currencies neither is the larger.
    ///
    /// `1.0` and `1.00` are neither larger nor smaller; as they are written differently, they are not equal either, and the order is `None`.
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self.currency != other.currency {
            return None;
        }
        match self.amount.millionths().cmp(&other.amount.millionths()) {
            Ordering::Equal if self != other => None,
            order => Some(order),
        }
    }
}

impl Money {
    /// Whether `self` is at most `limit`, by value and in the same currency.
    #[must_use]
    pub fn is_within(&self, limit: &Self) -> bool {
        self.currency == limit.currency && self.amount.millionths() <= limit.amount.millionths()
    }
}
