//! When a qualification that somebody has is one that is asked for.

use officium::Qualification;
use proptest::prelude::{any, prop_assert, proptest};
use serde_json::{Value, json};

fn is_met(asked: Value, held: Value) -> bool {
    let qualification = |value| serde_json::from_value::<Qualification>(value).expect("a qualification");
    qualification(asked).is_met_by(&qualification(held))
}

#[test]
fn by_as_much_or_more_of_the_same() {
    let master = json!({"kind": "education", "level": "master", "field": "chemistry"});
    let any_master = json!({"kind": "education", "level": "master"});
    let broken_off = json!({"kind": "education", "level": "master", "incomplete": true});
    assert!(is_met(any_master.clone(), master.clone()));
    assert!(!is_met(master.clone(), any_master.clone()));
    assert!(!is_met(any_master.clone(), broken_off.clone()));
    assert!(is_met(broken_off, any_master.clone()));
    assert!(!is_met(json!({"kind": "education", "level": "doctorate"}), any_master.clone()));

    let first_aid = |length: &str| json!({"kind": "training", "subject": "first aid", "length": length});
    assert!(is_met(first_aid("P14D"), first_aid("P2W")));
    assert!(!is_met(first_aid("P15D"), first_aid("P2W")));
    let of_no_length = json!({"kind": "training", "subject": "first aid", "repeatAfter": "P2Y"});
    assert!(is_met(of_no_length.clone(), first_aid("P1D")));
    assert!(!is_met(first_aid("P1D"), of_no_length));
    assert!(!is_met(json!({"kind": "training", "subject": "First aid"}), first_aid("P2W")));

    let worked = |kind: &str| json!({"kind": "experience", "gainedIn": kind, "length": "P3Y"});
    assert!(is_met(worked("general"), worked("speciality")));
    assert!(!is_met(worked("speciality"), worked("general")));

    let welder = json!({"kind": "certificate", "name": "welder", "issuer": "TÜV"});
    assert!(is_met(json!({"kind": "certificate", "name": "welder"}), welder.clone()));
    assert!(!is_met(json!({"kind": "certificate", "name": "welder", "issuer": "DVS"}), welder.clone()));
    assert!(!is_met(json!({"kind": "training", "subject": "welder"}), welder));

    let speaks = |skill: &str| json!({"kind": "language", "language": "nb", "skill": skill});
    assert!(is_met(json!({"kind": "language", "language": "nb"}), speaks("a1")));
    assert!(is_met(speaks("b1"), speaks("c2")));
    assert!(!is_met(speaks("b1"), json!({"kind": "language", "language": "nb"})));
    assert!(!is_met(json!({"kind": "language", "language": "nn"}), speaks("c2")));
}

proptest! {
    #[test]
    fn by_itself(qualification in any::<Qualification>()) {
        prop_assert!(qualification.is_met_by(&qualification));
    }
}
