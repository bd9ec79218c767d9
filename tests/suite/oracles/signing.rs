//! A004 and A006, pair by pair and person by person.

use std::collections::BTreeSet;

use officium::{
    Count, Description, DocumentControl, DocumentState, Exercise, Holder, Limit, Money, Occupancy,
    Organization, Party, Position, Right, RightKind, StateChange,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Just, Strategy, prop_assert_eq, prop_oneof};
use proptest::sample::select;

use super::judge::{findings_of, judge};
use crate::graph::argument;
use crate::support::dirty::{named, today};
use crate::support::naive::Model;

const IDS: [&str; 5] = ["a", "b", "c", "d", "e"];
const PAPERS: [&str; 3] = ["m", "n", "o"];

fn object() -> impl Strategy<Value = Option<&'static str>> {
    select(vec![None, Some("x"), Some("x"), Some("y")])
}

fn limit() -> impl Strategy<Value = Option<Limit>> {
    let amount = (
        select(vec!["100", "100.00", "200", "200.5", "300"]),
        select(vec!["EUR", "EUR", "EUR", "EUR", "EUR", "NOK"]),
    );
    let limit = (weighted(0.9, amount), weighted(0.2, select(vec!["north", "south"])));
    weighted(
        0.9,
        limit.prop_map(|(amount, territory)| {
            let mut limit = Limit::new();
            limit.amount = amount.map(|(amount, currency)| Money::new(named(amount), named(currency)));
            limit.territory = territory.map(named);
            limit
        }),
    )
}

fn party() -> impl Strategy<Value = Party> {
    prop_oneof![
        6 => select(vec!["a", "b", "c", "d", "e", "gone", "ghost"])
            .prop_map(|id| Party::Position { position: named(id) }),
        2 => select(PAPERS.to_vec()).prop_map(|id| Party::Holders { description: named(id) }),
        3 => Just(Party::Superior {}),
        1 => Just(Party::Outside { name: named("the bank") }),
    ]
}

fn exercise() -> impl Strategy<Value = Option<Exercise>> {
    let joint = (2..=4i64, prop_oneof![1 => Just(Vec::new()), 2 => vec(party(), 1..=2)]);
    weighted(
        0.5,
        joint.prop_map(|(signatures, with)| Exercise::Joint {
            signatures: Count::try_from(signatures).expect("a small number"),
            with,
        }),
    )
}

fn rights() -> impl Strategy<Value = Vec<Right>> {
    let kind = select(vec![RightKind::Sign, RightKind::Sign, RightKind::Sign, RightKind::Spend]);
    vec((kind, object(), limit(), exercise()), 1..=4).prop_map(|rights| {
        let rights = rights.into_iter().enumerate();
        rights
            .map(|(nth, (kind, object, limit, exercise))| {
                let mut right = Right::new(named(&format!("r{nth}")), kind);
                (right.object, right.limit, right.exercise) = (object.map(named), limit, exercise);
                right
            })
            .collect()
    })
}

fn occupancy() -> impl Strategy<Value = Option<Occupancy>> {
    let holder = weighted(0.8, select(vec!["p1", "p2", "p3"])).prop_map(|person| {
        let mut holder = Holder::new();
        holder.person = person.map(named);
        holder
    });
    prop_oneof![
        1 => Just(None),
        5 => vec(holder, 0..=2).prop_map(|holders| Some(Occupancy::Held { holders })),
        2 => Just(Some(Occupancy::Vacant { since: None })),
        1 => Just(Some(Occupancy::Pool { seats: Count::try_from(2).expect("a small number") })),
    ]
}

fn organizations() -> impl Strategy<Value = Organization> {
    let seat = (weighted(0.9, select(PAPERS.to_vec())), weighted(0.9, select(IDS.to_vec())), occupancy());
    let papers = vec((rights(), weighted(0.1, Just(()))), PAPERS.len());
    (vec(seat, IDS.len()), papers).prop_map(|(seats, papers)| {
        let rows = seats.into_iter().zip(IDS).map(|((paper, superior, occupancy), id)| {
            let mut row = Position::new(named(id));
            (row.description, row.occupancy) = (paper.map(named), occupancy);
            match superior {
                Some(superior) => row.reports_to(named(superior)),
                None => row,
            }
        });
        let gone = Position::new(named("gone")).closed(named("2025-06-30")).description(named("m"));
        let papers = papers.into_iter().zip(PAPERS).map(|((rights, draft), id)| {
            let description = Description::new(named(id)).rights(rights);
            match draft {
                Some(()) => description.control(
                    DocumentControl::new()
                        .states([StateChange::new(DocumentState::Draft, named("2025-01-01"))]),
                ),
                None => description,
            }
        });
        Organization::new().positions(rows.chain([gone])).descriptions(papers)
    })
}

fn in_force<'o>(model: &Model<'o>, id: &str) -> Option<&'o Description> {
    model.description(id).filter(|description| description.control.is_none())
}

fn is_same_or_any<T: PartialEq>(wide: Option<&T>, narrow: Option<&T>) -> bool {
    wide.is_none() || wide == narrow
}

/// The right's amount in hundredths, with its currency.
fn amount(right: &Right) -> Option<(i64, &str)> {
    let money = right.limit.as_ref()?.amount.as_ref()?;
    let value: f64 = money.amount.as_str().parse().expect("a number");
    #[expect(clippy::cast_possible_truncation, reason = "small amounts of whole hundredths")]
    Some(((value * 100.0).round() as i64, money.currency.as_str()))
}

fn territory(right: &Right) -> Option<&officium::Text> {
    right.limit.as_ref().and_then(|limit| limit.territory.as_ref())
}

fn exceeds(right: &Right, theirs: &[Right]) -> bool {
    let comparable: Vec<&Right> = theirs
        .iter()
        .filter(|their| {
            their.kind == right.kind
                && is_same_or_any(their.object.as_ref(), right.object.as_ref())
                && is_same_or_any(territory(their), territory(right))
        })
        .collect();
    let Some((own, currency)) = amount(right).filter(|_| !comparable.is_empty()) else { return false };
    comparable.into_iter().all(|their| amount(their).is_some_and(|(most, of)| of == currency && most < own))
}

#[test]
fn no_limit_is_above_the_superiors() {
    judge(&organizations(), |organization| {
        let model = Model::new(organization, today());
        let mut expected = BTreeSet::new();
        for id in model.ids().iter().filter(|id| model.is_open(id)) {
            let superior = model.superiors(id).first().and_then(|superior| in_force(&model, superior));
            if let Some((own, their)) =
                in_force(&model, id).zip(superior).filter(|(own, their)| own.id != their.id)
            {
                let high = own.rights.iter().filter(|right| exceeds(right, &their.rights));
                expected.extend(high.map(|right| [own.id.as_str(), right.id.as_str(), their.id.as_str()]));
            }
        }
        let findings = findings_of(organization, "A004");
        let found: BTreeSet<_> = findings
            .iter()
            .map(|it| {
                ["description", "right", "superior"].map(|name| argument(it, name).expect("it is there"))
            })
            .collect();
        prop_assert_eq!(found.len(), findings.len(), "nothing is said twice");
        prop_assert_eq!(&found, &expected);
        Ok(!found.is_empty())
    });
}

/// Everybody who sits in a position, by a name of their own where they have no id.
fn people(model: &Model<'_>, id: &str) -> BTreeSet<String> {
    let mut people = BTreeSet::new();
    for row in model.open_rows(id) {
        let unnamed = match &row.occupancy {
            Some(Occupancy::Held { holders }) if !holders.is_empty() => {
                people.extend(holders.iter().filter_map(|it| it.person.as_ref()).map(ToString::to_string));
                holders.iter().filter(|it| it.person.is_none()).count()
            }
            Some(Occupancy::Pool { .. }) => 2,
            Some(Occupancy::Vacant { .. }) => 0,
            _ => 1,
        };
        people.extend((0..unnamed).map(|nth| format!("{id}#{nth}")));
    }
    people
}

/// Those whom the right names for a seat; `None` where they cannot be told, so that there are enough.
fn partners(model: &Model<'_>, seat: &str, with: &[Party]) -> Option<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    for party in with {
        match party {
            Party::Position { position } if model.has(position.as_str()) => {
                all.extend(people(model, position.as_str()));
            }
            Party::Holders { description } => {
                let has_it = |id: &&&str| model.description(id).is_some_and(|it| it.id == *description);
                all.extend(model.ids().iter().filter(has_it).flat_map(|id| people(model, id)));
            }
            Party::Superior {} => all.extend(people(model, model.superiors(seat).first()?)),
            _ => return None,
        }
    }
    Some(all)
}

/// How many can sign at most; `None` where nobody holds the right or there are enough.
fn signers(model: &Model<'_>, own: &Description, right: &Right, with: &[Party]) -> Option<usize> {
    let has_same = |id: &str| {
        let rights = in_force(model, id).map(|it| it.rights.as_slice()).unwrap_or_default();
        rights
            .iter()
            .any(|it| it.kind == right.kind && is_same_or_any(it.object.as_ref(), right.object.as_ref()))
    };
    let is_own = |id: &&&str| in_force(model, id).is_some_and(|it| it.id == own.id);
    let seats = model.ids().iter().filter(is_own).filter(|id| !people(model, id).is_empty());
    let mut most = None;
    for seat in seats {
        let others = if with.is_empty() {
            model.ids().iter().filter(|id| has_same(id)).flat_map(|id| people(model, id)).collect()
        } else {
            partners(model, seat, with)?
        };
        for holder in people(model, seat) {
            let mut all = others.clone();
            all.insert(holder);
            most = most.max(Some(all.len()));
        }
    }
    most
}

#[test]
fn there_are_as_many_people_as_signatures() {
    judge(&organizations(), |organization| {
        let model = Model::new(organization, today());
        let mut expected = BTreeSet::new();
        for own in organization.descriptions.iter().filter(|it| it.control.is_none()) {
            for right in &own.rights {
                if let Some(Exercise::Joint { signatures, with }) = &right.exercise {
                    let needed = usize::try_from(signatures.get()).expect("a small number");
                    let found = signers(&model, own, right, with).filter(|found| *found < needed);
                    expected
                        .extend(found.map(|found| (own.id.as_str(), right.id.as_str(), found.to_string())));
                }
            }
        }
        let findings = findings_of(organization, "A006");
        let found: BTreeSet<_> = findings
            .iter()
            .map(|finding| {
                let text = |name| argument(finding, name).expect("it is there");
                (text("description"), text("right"), text("found").to_owned())
            })
            .collect();
        prop_assert_eq!(found.len(), findings.len(), "nothing is said twice");
        prop_assert_eq!(&found, &expected);
        Ok(!found.is_empty())
    });
}
