//! Any value of the types is a value of the format.

use officium::{Organization, read};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// What is written is read again, whatever the values of the types: so each member is written, and nothing that a parser accepts
    /// is refused by the reader.
    #[test]
    fn what_is_written_is_read(organization in any::<Organization>()) {
        let text = serde_json::to_string_pretty(&organization).expect("records are JSON");
        let reading = read::json(&text);
        prop_assert!(reading.is_complete(), "{:#?}\n{text}", reading.findings);
        prop_assert_eq!(reading.organization, organization);
    }
}
