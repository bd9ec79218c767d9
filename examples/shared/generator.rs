//! Organisations of any size, made up but realistic: the same for the same seed, and written without being held in memory.

use std::io::{self, Write};

use officium::{
    Accountability, Category, Description, DescriptionId, Duty, DutyGroup, EducationLevel, Frequency, Ground,
    Holder, Liability, Necessity, Occupancy, Percentage, Position, PositionId, Qualification, Rank, Regime,
    RequiredRight, Requirement, Responsibility, Right, RightKind, Standing, Substitution, Timing, Unit,
    UnitId,
};

mod regulated;

/// How much a description holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Shape {
    /// Four duties, two rights, one liability
    Slim,
    /// Twelve duties in three groups, five rights, three liabilities
    Full,
    /// The same with document control, qualifications, delegations, flows and declared conflicts: every rule has something to look at
    Regulated,
}

/// An organisation of `size` positions, numbered from 0, the head, downward by level.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Generator {
    pub(crate) size: u64,
    pub(crate) shape: Shape,
    pub(crate) seed: u64,
}

type Made<T> = Result<T, Box<dyn std::error::Error>>;

/// Spans come in turn, so that parents and children are found by counting: on average six.
const SPANS: [u64; 5] = [4, 7, 5, 8, 6];
const TURN: u64 = 30;

fn superior(position: u64) -> Option<u64> {
    let nth = position.checked_sub(1)?;
    let mut within = nth % TURN;
    let place = SPANS.iter().position(|span| {
        let here = within < *span;
        within = within.saturating_sub(*span);
        here
    });
    Some(nth / TURN * 5 + place.unwrap_or_default() as u64)
}

fn first_subordinate(position: u64) -> u64 {
    let before: u64 = SPANS.iter().take(usize::try_from(position % 5).unwrap_or_default()).sum();
    1 + position / 5 * TURN + before
}

const WORK: [&str; 12] = [
    "Draws up the plan of the month and agrees it with those who have to carry it out",
    "Takes orders, confirms dates of delivery and tells customers in time when they change",
    "Keeps the register of contracts and warns of terms that are about to run out",
    "Checks invoices against orders and passes them on for payment",
    "Prepares offers within the price list and asks for approval of exceptions",
    "Leads the weekly meeting, writes down what was decided and follows it up",
    "Trains new colleagues in their first three months",
    "Reports on turnover, stock and open claims",
    "Counts the stock and explains differences",
    "Answers complaints within two working days",
    "Sees to it that machines and vehicles are maintained as prescribed",
    "Visits customers in the region and records what they need",
];
/// Each is required by the duty of the same number, but for the last, which needs none.
const RIGHTS: [(RightKind, &str); 5] = [
    (RightKind::Sign, "Signs letters and orders within the budget of the unit"),
    (RightKind::Instruct, "Gives instructions to the staff of the unit, by word and in writing"),
    (RightKind::RequestDocuments, "Asks all units for the documents that the work needs"),
    (RightKind::Spend, "Spends what the monthly plan grants, against receipts"),
    (RightKind::Propose, "Proposes improvements of the work to the superior"),
];
/// Key functions, with the position that answers for each: those that must be apart are siblings below the head.
const FUNCTIONS: [(&str, u64); 15] = [
    ("accountable-manager", 0),
    ("maintenance-manager", 1),
    ("compliance-monitoring-manager", 2),
    ("safety-manager", 3),
    ("study-director", 1),
    ("quality-assurance", 2),
    ("archivist", 4),
    ("head-of-production", 1),
    ("head-of-quality-control", 3),
    ("quality-unit", 3),
    ("management-system-conformity", 2),
    ("process-outputs", 1),
    ("performance-reporting", 4),
    ("customer-focus", 4),
    ("management-system-integrity", 2),
];
/// Fewer cannot hold them apart.
const SMALLEST_WITH_FUNCTIONS: u64 = 5;
const GROUNDS: [Ground; 3] =
    [Ground::NonPerformance, Ground::BreachOfConfidentiality, Ground::MaterialDamage];
const GROUPS: [&str; 3] =
    ["Planning and agreements", "Daily business and its records", "Reports and co-operation"];
const PLACES: [&str; 8] =
    ["Ålesund", "Bodø", "Tromsø", "Værnes", "Oslo", "Bergen", "Kárášjohka", "Stavanger"];

impl Generator {
    /// Writes the organisation as one document.
    pub(crate) fn write(&self, out: &mut impl Write) -> Made<()> {
        write!(
            out,
            "{{\"name\":\"Generated {} {:?}\",\"language\":\"en\",\n\"units\":[",
            self.size, self.shape
        )?;
        list(
            out,
            (0..self.size).filter(|position| self.leads(*position)).map(|position| self.unit(position)),
        )?;
        write!(out, "],\n\"descriptions\":[")?;
        let own = |position: &u64| self.description_of(*position) == *position;
        list(out, (0..self.size).filter(own).map(|position| self.description(position)))?;
        write!(out, "],\n\"positions\":[")?;
        list(out, (0..self.size).map(|nth| self.position(self.shuffled(nth))))?;
        write!(out, "],\n\"responsibilities\":[")?;
        let functions = FUNCTIONS.into_iter().filter(|_| self.size >= SMALLEST_WITH_FUNCTIONS).map(
            |(function, position)| {
                let answers = Accountability::new(position_id(position)?);
                Ok(Responsibility::new(function.parse()?).function(function.parse()?).accountable([answers]))
            },
        );
        let of_units =
            (0..self.size).filter(|it| self.shape == Shape::Regulated && self.has_subordinates(*it));
        list(out, functions.chain(of_units.map(|lead| self.safety(lead))))?;
        write!(out, "]")?;
        if self.shape == Shape::Regulated {
            regulated::declare(out)?;
        }
        write!(out, "}}")?;
        Ok(())
    }

    fn leads(&self, position: u64) -> bool {
        position == 0 || self.has_subordinates(position)
    }

    fn has_subordinates(&self, position: u64) -> bool {
        first_subordinate(position) < self.size
    }

    fn unit(&self, lead: u64) -> Made<Unit> {
        let unit = Unit::new(unit_id(lead)?)
            .title(self.titled("Department", lead).parse()?)
            .lead(position_id(lead)?);
        Ok(match superior(lead) {
            Some(above) => unit.parent(unit_id(above)?),
            None => unit,
        })
    }

    /// The position whose description this one has: every eighth shares that of the one before it.
    fn description_of(&self, position: u64) -> u64 {
        if position % 8 == 7 && !self.leads(position - 1) { position - 1 } else { position }
    }

    fn description(&self, position: u64) -> Made<Description> {
        let (duties, liabilities) = if self.shape == Shape::Slim { (4, 1) } else { (12, 3) };
        let category = if self.leads(position) { Category::Manager } else { Category::Specialist };
        let description = Description::new(description_id(position)?)
            .title(self.titled("Post", position).parse()?)
            .category(category)
            .purpose(self.sentence(position, 100).parse()?)
            .duties((0..duties).map(|nth| self.duty(position, nth, duties)).collect::<Made<Vec<_>>>()?)
            .rights((1..).zip(RIGHTS).take(self.rights()).map(right).collect::<Made<Vec<_>>>()?)
            .requirements([Requirement::new(Necessity::Mandatory, education())])
            .liabilities(
                GROUNDS
                    .into_iter()
                    .take(liabilities)
                    .map(|ground| Liability::new(ground).regimes([Regime::Disciplinary])),
            );
        if self.shape == Shape::Slim {
            return Ok(description);
        }
        let grouped = description.duty_groups((1..).zip(GROUPS).map(group).collect::<Made<Vec<_>>>()?);
        if self.shape == Shape::Regulated {
            self.regulated_description(position, grouped)
        } else {
            Ok(grouped)
        }
    }

    fn duty(&self, position: u64, nth: u64, of: u64) -> Made<Duty> {
        let share = 100 / of + u64::from(nth < 100 % of);
        let duty = Duty::new(format!("duty-{}", nth + 1).parse()?, self.sentence(position, nth).parse()?)
            .timing(Timing::Regular { frequency: Frequency::Monthly })
            .time_share(Percentage::try_from(i64::try_from(share)?)?);
        let duty = match self.shape {
            Shape::Slim => duty,
            Shape::Full | Shape::Regulated => duty.group(format!("group-{}", nth / 4 + 1).parse()?),
        };
        let required = RIGHTS.into_iter().take(self.rights()).map(|(kind, _)| kind);
        let required = required.filter(|kind| *kind != RightKind::Propose).nth(usize::try_from(nth)?);
        Ok(duty.required_rights(required.map(RequiredRight::new)))
    }

    fn rights(&self) -> usize {
        if self.shape == Shape::Slim { 2 } else { RIGHTS.len() }
    }

    fn position(&self, number: u64) -> Made<Position> {
        let holder = Holder::new().person(format!("person-{number}").parse()?).fte("1".parse()?);
        let holder =
            if self.shape == Shape::Regulated { regulated::qualified(number, holder)? } else { holder };
        let seat = Position::new(position_id(number)?)
            .title(self.titled("Post", number).parse()?)
            .unit(unit_id(self.unit_of(number))?)
            .description(description_id(self.description_of(number))?)
            .opened(format!("20{}-0{}-01", 10 + number % 15, 1 + number % 9).parse()?)
            .occupancy(Occupancy::Held { holders: vec![holder] });
        let seat = match superior(number) {
            Some(above) => seat.reports_to(position_id(above)?),
            None => seat.standing(Standing::Head { answers_to: Some("the owners".parse()?) }),
        };
        if self.size == 1 {
            return Ok(seat.no_substitute_because("works alone".parse()?));
        }
        let mut seat = seat.substitution([Substitution::absence(position_id(self.substitute(number))?)]);
        if let Some(second) = self.second_substitute(number) {
            let second = Substitution::absence(position_id(second)?).rank(Rank::try_from(2)?);
            seat = seat.substitution([second]);
        }
        if self.shape == Shape::Regulated { self.regulated_position(number, seat) } else { Ok(seat) }
    }

    fn unit_of(&self, number: u64) -> u64 {
        if self.leads(number) { number } else { superior(number).unwrap_or_default() }
    }

    /// The next colleague below the same superior, round and round; the superior of somebody without colleagues.
    fn substitute(&self, number: u64) -> u64 {
        let Some(above) = superior(number) else { return 1 };
        let last = (first_subordinate(above + 1) - 1).min(self.size - 1);
        let colleague = if number < last { number + 1 } else { first_subordinate(above) };
        if colleague == number { above } else { colleague }
    }

    /// The superior, and of every third position only: whoever stands in for many at once stands in for none.
    fn second_substitute(&self, number: u64) -> Option<u64> {
        superior(number).filter(|above| number.is_multiple_of(3) && *above != self.substitute(number))
    }

    fn titled(&self, what: &str, number: u64) -> String {
        let place = PLACES
            .get(usize::try_from(self.mixed(number, 1) % 8).unwrap_or_default())
            .copied()
            .unwrap_or_default();
        format!("{what} {number}, {place}")
    }

    /// One in a hundred needs an escape in JSON.
    fn sentence(&self, number: u64, nth: u64) -> String {
        let mixed = self.mixed(number, nth);
        let work = WORK.get(usize::try_from(mixed % 12).unwrap_or_default()).copied().unwrap_or_default();
        if (mixed / 12).is_multiple_of(100) {
            format!("{work}, as the handbook \"{number}\" says")
        } else {
            work.to_owned()
        }
    }

    /// A number that looks random (the finalizer of splitmix64).
    fn mixed(&self, number: u64, salt: u64) -> u64 {
        let mut x =
            number.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(salt.wrapping_mul(0xD134_2543_DE82_EF95))
                ^ self.seed;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^ (x >> 31)
    }

    /// The position that stands at a place of the list: a Feistel network over the next power of four, walked until it hits the range,
    /// shuffles without a table.
    fn shuffled(&self, nth: u64) -> u64 {
        let half = (u64::BITS - (self.size.max(2) - 1).leading_zeros()).div_ceil(2);
        let mask = (1u64 << half) - 1;
        let mut at = nth;
        loop {
            let (mut left, mut right) = (at >> half, at & mask);
            for round in 0..4 {
                (left, right) = (right, left ^ (self.mixed(right, 1000 + round) & mask));
            }
            at = left << half | right;
            if at < self.size {
                return at;
            }
        }
    }
}

fn right((number, (kind, text)): (u64, (RightKind, &str))) -> Made<Right> {
    Ok(Right::new(format!("right-{number}").parse()?, kind).text(text.parse()?))
}

fn group((number, title): (u64, &str)) -> Made<DutyGroup> {
    Ok(DutyGroup::new(format!("group-{number}").parse()?, title.parse()?))
}

fn education() -> Qualification {
    Qualification::Education { level: EducationLevel::Bachelor, field: None, incomplete: false }
}

fn position_id(number: u64) -> Made<PositionId> {
    Ok(format!("position-{number}").parse()?)
}

fn unit_id(number: u64) -> Made<UnitId> {
    Ok(format!("unit-{number}").parse()?)
}

fn description_id(number: u64) -> Made<DescriptionId> {
    Ok(format!("description-{number}").parse()?)
}

fn list<T: serde::Serialize>(out: &mut impl Write, elements: impl Iterator<Item = Made<T>>) -> Made<()> {
    for (nth, element) in elements.enumerate() {
        out.write_all(if nth == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &element?)?;
    }
    out.write_all(b"\n").map_err(|error: io::Error| error.into())
}
