//! D010, against the components that petgraph finds.

use std::collections::{BTreeMap, BTreeSet};

use officium::{Delegation, Description, Duty, Organization, Period, Position};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Just, Strategy, prop_assert_eq};
use proptest::sample::select;

use super::judge::{findings_of, judge};
use crate::graph::argument;
use crate::graph::rings::knots;
use crate::support::dirty::named;
use crate::support::naive::graph_of;

const IDS: [&str; 5] = ["a", "b", "c", "d", "e"];

fn delegation() -> impl Strategy<Value = Delegation> {
    let to = select(vec!["a", "b", "c", "d", "e", "ghost", "gone"]);
    let which =
        (select(vec!["x", "y", "none"]), weighted(0.5, select(vec!["m", "n"])), weighted(0.1, Just(())));
    (to, which).prop_map(|(to, (duty, description, over))| {
        let mut delegation = Delegation::new(named(duty), named(to));
        delegation.description = description.map(named);
        delegation.period = over.map(|()| Period::new().until(named("2025-12-31")));
        delegation
    })
}

fn organizations() -> impl Strategy<Value = Organization> {
    let description = |id: &str| {
        let duties = ["x", "y"].map(|duty| Duty::new(named(duty), named("Works")));
        Description::new(named(id)).duties(duties)
    };
    let seat = (select(vec![Some("m"), Some("m"), Some("n"), None]), vec(delegation(), 0..=2));
    vec(seat, IDS.len()).prop_map(move |seats| {
        let rows = seats.into_iter().zip(IDS).map(|((paper, delegations), id)| {
            let mut row = Position::new(named(id)).delegations(delegations);
            row.description = paper.map(named);
            row
        });
        let gone = Position::new(named("gone"))
            .closed(named("2025-06-30"))
            .description(named("m"))
            .delegations([Delegation::new(named("x"), named("a"))]);
        Organization::new().positions(rows.chain([gone])).descriptions([description("m"), description("n")])
    })
}

#[test]
fn no_duty_comes_back() {
    judge(&organizations(), |organization| {
        let mut by_duty: BTreeMap<(&str, &str), Vec<(&str, &str)>> = BTreeMap::new();
        for row in organization.positions.iter().filter(|row| row.closed.is_none()) {
            for it in row.delegations.iter().filter(|it| it.period.is_none()) {
                let holds = it.description.as_ref().or(row.description.as_ref());
                if let Some(holds) =
                    holds.filter(|_| it.duty.as_str() != "none" && IDS.contains(&it.to.as_str()))
                {
                    let edges = by_duty.entry((holds.as_str(), it.duty.as_str())).or_default();
                    edges.push((row.id.as_str(), it.to.as_str()));
                }
            }
        }
        let mut expected = BTreeSet::new();
        for ((description, duty), edges) in by_duty {
            let own = edges.iter().filter(|(from, to)| from == to).map(|(from, _)| (*from, 1, 1));
            let rings: Vec<_> = own.collect();
            let between = edges.into_iter().filter(|(from, to)| from != to);
            let lines = graph_of(&IDS, between);
            let knots = knots(&lines).into_iter().map(|(id, (knot, length))| (id, length, knot));
            let said = |(id, length, knot): (&str, usize, usize)| {
                [description, duty, id, &length.to_string(), &knot.to_string()].map(str::to_owned)
            };
            expected.extend(rings.into_iter().chain(knots).map(said));
        }
        let findings = findings_of(organization, "D010");
        let found: BTreeSet<_> = findings
            .iter()
            .map(|finding| {
                let text = |name| argument(finding, name).map(str::to_owned);
                let length = text("length");
                [text("description"), text("duty"), text("id"), length.clone(), text("knot").or(length)]
                    .map(|argument| argument.expect("the argument is there"))
            })
            .collect();
        prop_assert_eq!(found.len(), findings.len(), "nothing is said twice");
        prop_assert_eq!(&found, &expected);
        Ok(!found.is_empty())
    });
}
