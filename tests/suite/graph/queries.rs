//! Every question that can be asked of a position, and the algebra of sets.

use std::collections::BTreeSet;

use officium::graph::{PositionRef, PositionSet};
use officium::{OrganizationGraph, PersonId, PositionId};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use super::{cases, graph};
use crate::support::dirty::{named, organizations, today};
use crate::support::naive::Model;

fn ids(set: &PositionSet<'_>) -> BTreeSet<String> {
    set.iter().map(|position| position.id().to_string()).collect()
}

fn owned(set: BTreeSet<&str>) -> BTreeSet<String> {
    set.into_iter().map(str::to_owned).collect()
}

/// Those whose places in the list have a bit in `mask`.
fn part(graph: &OrganizationGraph, mask: u16) -> PositionSet<'_> {
    let order: Vec<&PositionId> = graph.positions().map(PositionRef::id).collect();
    graph.all().filter(|position| {
        let place = order.iter().position(|id| **id == *position.id()).expect("one of them");
        mask & (1 << place) != 0
    })
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn what_lines_say(organization in organizations()) {
        let (graph, model) = (graph(&organization), Model::new(&organization, today()));
        for &id in model.ids() {
            let position = graph.position(&named(id)).expect("it is on a row");
            let superiors = model.superiors(id);
            prop_assert_eq!(position.superior().map(|it| it.id().as_str()), superiors.first().copied());
            prop_assert_eq!(ids(&position.superiors()), owned(superiors.into_iter().collect()));
            let chain = model.chain_of_command(id);
            prop_assert_eq!(position.depth(), chain.len());
            let found: Vec<&str> = position.chain_of_command().map(|it| it.id().as_str()).collect();
            prop_assert_eq!(found, chain);
            prop_assert_eq!(position.span(), model.subordinates(id).len());
            prop_assert_eq!(ids(&position.subordinates()), owned(model.subordinates(id)));
            prop_assert_eq!(ids(&position.all_subordinates()), owned(model.all_subordinates(id)));
        }
    }

    #[test]
    fn what_rows_say(organization in organizations()) {
        let (graph, model) = (graph(&organization), Model::new(&organization, today()));
        for &id in model.ids() {
            let position = graph.position(&named(id)).expect("it is on a row");
            prop_assert_eq!(position.record(), model.rows(id)[0]);
            prop_assert_eq!(position.rows().collect::<Vec<_>>(), model.rows(id));
            prop_assert_eq!(position.is_open(), model.is_open(id));
            prop_assert_eq!(position.is_closed(), model.is_closed(id));
            prop_assert_eq!(position.is_head(), model.is_head(id));
            prop_assert_eq!(position.has_external_superior(), model.is_led_from_outside(id));
            prop_assert_eq!(position.is_vacant(), model.is_vacant(id));
            prop_assert_eq!(position.seats_filled(), model.seats_filled(id));
            prop_assert_eq!(position.sole_person().map(PersonId::as_str), model.sole_person(id));
            prop_assert_eq!(position.unit(), model.unit(id));
            prop_assert_eq!(position.description(), model.description(id));
        }
    }

    #[test]
    fn what_substitutions_say(organization in organizations()) {
        let (graph, model) = (graph(&organization), Model::new(&organization, today()));
        for &id in model.ids() {
            let position = graph.position(&named(id)).expect("it is on a row");
            prop_assert_eq!(ids(&position.substitutes()), owned(model.substitutes(id)));
            prop_assert_eq!(ids(&position.stands_in_for()), owned(model.stands_in_for(id)));
            let named_somebody = model.substitutions(id).iter().any(|it| it.substitute.names_somebody());
            prop_assert_eq!(position.has_substitution(), named_somebody);
        }
    }

    #[test]
    fn what_the_whole_says(organization in organizations()) {
        let (graph, model) = (graph(&organization), Model::new(&organization, today()));
        let order = |set: &PositionSet<'_>| set.iter().map(|it| it.id().to_string()).collect::<Vec<_>>();
        prop_assert_eq!(graph.positions().map(|it| it.id().as_str()).collect::<Vec<_>>(), model.ids());
        prop_assert_eq!(order(&graph.all()), model.ids());
        prop_assert_eq!(order(&graph.heads()), model.heads());
        prop_assert!(graph.position(&named("ghost")).is_none());
        for unit in &organization.units {
            let first = organization.units.iter().find(|it| it.id == unit.id);
            prop_assert_eq!(graph.unit(&unit.id), first);
        }
        for paper in &organization.descriptions {
            let first = organization.descriptions.iter().find(|it| it.id == paper.id);
            prop_assert_eq!(graph.description(&paper.id), first);
        }
        prop_assert_eq!(graph.as_of(), today());
        prop_assert_eq!(graph.into_organization(), organization);
    }

    #[test]
    fn sets_are_sets(organization in organizations(), masks in any::<(u16, u16)>()) {
        let one = graph(&organization);
        let (a, b) = (part(&one, masks.0), part(&one, masks.1));
        let (ids_a, ids_b) = (ids(&a), ids(&b));
        prop_assert_eq!(ids(&a.union(&b)), &ids_a | &ids_b);
        prop_assert_eq!(ids(&a.intersection(&b)), &ids_a & &ids_b);
        prop_assert_eq!(ids(&a.difference(&b)), &ids_a - &ids_b);
        prop_assert_eq!(a == b, ids_a == ids_b);
        prop_assert_eq!(a.union(&b).difference(&b), a.difference(&b));
        prop_assert_eq!((a.len(), a.is_empty()), (ids_a.len(), ids_a.is_empty()));
        for position in one.positions() {
            prop_assert_eq!(a.contains(position.id()), ids_a.contains(position.id().as_str()));
        }
        prop_assert!(!a.contains(&named("ghost")));
        // the order of the graph, whatever was done
        let order: Vec<&PositionId> = one.positions().map(PositionRef::id).collect();
        let union = b.union(&a);
        let mut left = order.iter();
        prop_assert!(union.iter().all(|position| left.any(|id| **id == *position.id())));
        // sets of two graphs have nothing in common, though their ids are the same
        let other = graph(&organization);
        let foreign = part(&other, masks.0);
        prop_assert_eq!(&a.union(&foreign), &a);
        prop_assert!(a.intersection(&foreign).is_empty());
        prop_assert_eq!(&a.difference(&foreign), &a);
        prop_assert!(a != foreign);
    }
}
