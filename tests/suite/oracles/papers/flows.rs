//! Family F, flow by flow and duty by duty.

use std::collections::BTreeSet;

use officium::diagnostic::Finding;
use officium::rules::Demands;
use officium::{
    Description, DocumentControl, DocumentState, DocumentType, Duty, Exercise, Flow, FlowDirection, HandOver,
    Input, Limit, Organization, Output, Party, Position, ReportingLine, Right, RightKind, StateChange, Text,
    Unit,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;

use super::{agree, argument, items};
use crate::support::dirty::{named, today};
use crate::support::naive::Model;

const SEATS: [&str; 4] = ["p", "q", "r", "s"];
const PAPERS: [&str; 3] = ["a", "b", "c"];
const DOCUMENTS: [&str; 2] = ["Report", "Plan"];

fn party() -> impl Strategy<Value = Party> {
    prop_oneof![
        4 => select(SEATS.to_vec()).prop_map(|it| Party::Position { position: named(it) }),
        4 => select(PAPERS.to_vec()).prop_map(|it| Party::Holders { description: named(it) }),
        3 => select(vec!["u", "v", "w"]).prop_map(|it| Party::Unit { unit: named(it) }),
        3 => Just(Party::Superior {}),
        1 => Just(Party::Outside { name: named("the bank") }),
        1 => Just(Party::Position { position: named("ghost") }),
    ]
}

fn flow() -> impl Strategy<Value = Flow> {
    let directions = vec![
        FlowDirection::Issues,
        FlowDirection::Issues,
        FlowDirection::Receives,
        FlowDirection::Receives,
        FlowDirection::Signs,
        FlowDirection::Endorses,
    ];
    (select(directions), select(DOCUMENTS.to_vec()), weighted(0.85, party())).prop_map(
        |(direction, document, party)| {
            let mut flow = Flow::new(direction, named(document));
            flow.party = party;
            flow
        },
    )
}

fn right() -> impl Strategy<Value = Right> {
    let exercise = prop_oneof![
        3 => Just(Some(Exercise::Sole {})),
        1 => Just(None),
        1 => Just(Some(Exercise::Joint { signatures: 2i64.try_into().expect("a small number"), with: vec![] })),
    ];
    let limit = prop_oneof![
        3 => Just(None),
        1 => Just(Some(Limit::new())),
        2 => select(vec!["letters", "contracts"]).prop_map(|class| Some(Limit::new().document_class(named(class)))),
        1 => Just(Some(Limit::new().territory(named("north")))),
    ];
    let kind = select(vec![RightKind::Sign, RightKind::Sign, RightKind::Endorse]);
    let object = weighted(0.3, select(vec!["Report", "Plan", "letters"]));
    (kind, object, limit, exercise).prop_map(|(kind, object, limit, exercise)| {
        let mut right = Right::new(named("r"), kind);
        right.object = object.map(named);
        (right.limit, right.exercise) = (limit, exercise);
        right
    })
}

fn duty() -> impl Strategy<Value = Duty> {
    let word = || select(vec!["Report", "Order", "Parcel", "Bill"]).prop_map(named::<Text>);
    let inputs = vec((word(), weighted(0.8, party())), 0..=3);
    (inputs, vec(word(), 0..=1), vec((word(), party()), 0..=3)).prop_map(|(inputs, outputs, hand_overs)| {
        let mut duty = Duty::new(named("x"), named("Works"));
        duty.inputs = inputs
            .into_iter()
            .map(|(what, from)| {
                let mut input = Input::new(what);
                input.from = from;
                input
            })
            .collect();
        duty.outputs = outputs.into_iter().map(Output::new).collect();
        duty.hand_overs = hand_overs.into_iter().map(|(what, to)| HandOver::new(what, to)).collect();
        duty
    })
}

fn description(id: &str) -> impl Strategy<Value = Description> + use<> {
    let id = id.to_owned();
    let parts = (vec(flow(), 0..=4), vec(duty(), 1..=2), vec(right(), 0..=2), weighted(0.15, Just(())));
    parts.prop_map(move |(flows, duties, rights, draft)| {
        let mut description = Description::new(named(&id)).flows(flows).duties(duties).rights(rights);
        let state = StateChange::new(DocumentState::Draft, named("2020-01-01"));
        description.control = draft.map(|()| Box::new(DocumentControl::new().states([state])));
        description
    })
}

fn seat(nth: usize) -> impl Strategy<Value = Position> {
    let lines = vec(select(SEATS.to_vec()), 0..=usize::from(nth > 0));
    let unit = weighted(0.6, select(vec!["u", "v", "w"]));
    let paper = weighted(0.9, select(PAPERS.to_vec()));
    (lines, unit, paper, weighted(0.1, Just("2020-01-01"))).prop_map(move |(lines, unit, paper, closed)| {
        let mut seat = Position::new(named(SEATS[nth]));
        seat.reporting = lines.into_iter().map(|line| ReportingLine::solid(named(line))).collect();
        seat.unit = unit.map(named);
        seat.description = paper.map(named);
        seat.closed = closed.map(named);
        seat
    })
}

fn organizations() -> impl Strategy<Value = Organization> {
    let document = |name: &'static str| {
        (any::<bool>(), weighted(0.5, Just("letters"))).prop_map(move |(signed, class)| {
            let mut document = DocumentType::new(named(name));
            document.signature_required = signed;
            document.class = class.map(named);
            document
        })
    };
    let seats = [seat(0), seat(1), seat(2), seat(3)];
    (seats, PAPERS.map(description), vec(document("Report"), 0..=1), vec(document("Plan"), 0..=2)).prop_map(
        |(seats, papers, reports, plans)| {
            let units =
                [Unit::new(named("u")), Unit::new(named("v")).parent(named("u")), Unit::new(named("w"))];
            Organization::new()
                .positions(seats)
                .descriptions(papers)
                .units(units)
                .documents(reports.into_iter().chain(plans))
        },
    )
}

struct Judge<'o> {
    model: Model<'o>,
    papers: Vec<&'o Description>,
}

impl<'o> Judge<'o> {
    fn new(organization: &'o Organization) -> Self {
        let papers = organization.descriptions.iter().filter(|paper| paper.is_in_force(today()));
        Self { papers: papers.collect(), model: Model::new(organization, today()) }
    }

    fn open(&self) -> Vec<&'o str> {
        self.model.ids().iter().copied().filter(|id| self.model.is_open(id)).collect()
    }

    /// The description in force of an open seat.
    fn paper_of(&self, seat: &str) -> Option<&'o Description> {
        let paper = self.model.description(seat).filter(|_| self.model.is_open(seat))?;
        self.papers.iter().copied().find(|it| it.id == paper.id)
    }

    fn one(&self, party: &Party) -> Option<&'o Description> {
        match party {
            Party::Position { position } => self.paper_of(position.as_str()),
            Party::Holders { description } => self.papers.iter().copied().find(|it| it.id == *description),
            _ => None,
        }
    }

    /// Whether `paper` has a flow in that direction that may be meant for `other`, or for anybody.
    fn lists(
        &self,
        paper: &Description,
        direction: FlowDirection,
        document: &str,
        other: Option<&Description>,
    ) -> bool {
        paper.flows.iter().any(|flow| {
            let meant = match (&flow.party, other) {
                (Some(Party::Outside { .. }), _) => false,
                (None, _) | (_, None) => true,
                (Some(party), Some(other)) => self.one(party).is_none_or(|it| it.id == other.id),
            };
            flow.direction == direction && flow.document.as_str() == document && meant
        })
    }

    /// Which descriptions or units at the other end of what `paper` says could list it and do not.
    fn gaps(
        &self,
        paper: &Description,
        party: &Party,
        speaks: impl Fn(&Description) -> bool,
        lists: impl Fn(&Description, Option<&Description>) -> bool,
    ) -> Vec<String> {
        let lacks = |it: &&Description| speaks(it) && !lists(it, Some(paper));
        match party {
            Party::Superior {} => {
                let is_own = |seat: &&str| self.paper_of(seat).is_some_and(|it| it.id == paper.id);
                let own = self.open().into_iter().filter(is_own);
                let above =
                    own.flat_map(|seat| self.model.superiors(seat)).filter_map(|it| self.paper_of(it));
                above.filter(lacks).map(|it| it.id.to_string()).collect()
            }
            Party::Unit { unit } => {
                let within = |seat: &&str| {
                    let own = self.model.unit(seat);
                    let parent = own.and_then(|own| own.parent.as_ref());
                    own.is_some_and(|own| own.id == *unit) || parent == Some(unit)
                };
                let seats: Vec<_> =
                    self.open().into_iter().filter(within).map(|seat| self.paper_of(seat)).collect();
                let all_speak = seats.iter().all(|it| it.is_some_and(&speaks));
                let listed = seats.iter().flatten().any(|it| lists(it, None));
                if seats.is_empty() || !all_speak || listed { Vec::new() } else { vec![unit.to_string()] }
            }
            party => self.one(party).filter(lacks).map(|it| it.id.to_string()).into_iter().collect(),
        }
    }

    fn flow_gaps(&self, paper: &Description, flow: &Flow) -> Vec<String> {
        let answer = match flow.direction {
            FlowDirection::Issues => FlowDirection::Receives,
            FlowDirection::Receives => FlowDirection::Issues,
            _ => return Vec::new(),
        };
        let Some(party) = &flow.party else { return Vec::new() };
        let lists =
            |it: &Description, of: Option<&Description>| self.lists(it, answer, flow.document.as_str(), of);
        self.gaps(paper, party, |it| !it.flows.is_empty(), lists)
    }
}

/// Where the finding says that something is missing.
fn others(finding: &Finding) -> Vec<String> {
    if finding.list.is_some() { items(finding) } else { vec![argument(finding, "other")] }
}

/// By description and word, what no other end takes or gives.
fn by_word(finding: &Finding) -> Vec<[String; 3]> {
    let [id, what] = ["id", "what"].map(|name| argument(finding, name));
    others(finding).into_iter().map(|other| [id.clone(), what.clone(), other]).collect()
}

fn has_flow(paper: &Description, word: &Text, of: impl Fn(FlowDirection) -> bool) -> bool {
    paper.flows.iter().any(|flow| of(flow.direction) && flow.document == *word)
}

#[test]
fn hand_overs_are_taken() {
    agree("F004", &Demands::new(), organizations(), by_word, |organization| {
        let judge = Judge::new(organization);
        let inputs = |it: &Description| -> Vec<Text> {
            it.duties.iter().flat_map(|duty| &duty.inputs).map(|input| input.what.clone()).collect()
        };
        let mut missing = BTreeSet::new();
        for paper in &judge.papers {
            for HandOver { what, to, .. } in paper.duties.iter().flat_map(|duty| &duty.hand_overs) {
                if !has_flow(paper, what, |direction| direction == FlowDirection::Issues) {
                    let gaps =
                        judge.gaps(paper, to, |it| !inputs(it).is_empty(), |it, _| inputs(it).contains(what));
                    missing.extend(gaps.into_iter().map(|gap| [paper.id.to_string(), what.to_string(), gap]));
                }
            }
        }
        missing
    });
}

#[test]
fn inputs_come_from_somewhere() {
    agree("F005", &Demands::new(), organizations(), by_word, |organization| {
        let judge = Judge::new(organization);
        let outputs = |it: &Description| -> Vec<Text> {
            it.duties.iter().flat_map(|duty| &duty.outputs).map(|output| output.what.clone()).collect()
        };
        let gives = |it: &Description, what: &Text| {
            let hands = it.duties.iter().flat_map(|duty| &duty.hand_overs).any(|hand| hand.what == *what);
            hands
                || outputs(it).contains(what)
                || has_flow(it, what, |direction| direction != FlowDirection::Receives)
        };
        let mut missing = BTreeSet::new();
        for paper in &judge.papers {
            for Input { what, from, .. } in paper.duties.iter().flat_map(|duty| &duty.inputs) {
                let Some(from) = from else { continue };
                if !has_flow(paper, what, |direction| direction == FlowDirection::Receives) {
                    let speaks = |it: &Description| !it.flows.is_empty() || !outputs(it).is_empty();
                    let gaps = judge.gaps(paper, from, speaks, |it, _| gives(it, what));
                    missing.extend(gaps.into_iter().map(|gap| [paper.id.to_string(), what.to_string(), gap]));
                }
            }
        }
        missing
    });
}

#[test]
fn flows_have_two_ends() {
    agree(
        "F001",
        &Demands::new(),
        organizations(),
        |finding| {
            let [id, direction, document] =
                ["id", "direction", "document"].map(|name| argument(finding, name));
            others(finding)
                .into_iter()
                .map(|other| [id.clone(), direction.clone(), document.clone(), other])
                .collect()
        },
        |organization| {
            let judge = Judge::new(organization);
            let mut missing = BTreeSet::new();
            for paper in &judge.papers {
                for flow in &paper.flows {
                    let gaps = judge.flow_gaps(paper, flow).into_iter();
                    missing.extend(gaps.map(|gap| {
                        [
                            paper.id.to_string(),
                            flow.direction.as_str().to_owned(),
                            flow.document.to_string(),
                            gap,
                        ]
                    }));
                }
            }
            missing
        },
    );
}

/// Whether the description signs it by a right of its own that nothing bounds.
fn signs_alone(paper: &Description, document: &DocumentType) -> bool {
    paper.rights.iter().any(|right| {
        let limit = right.limit.clone().unwrap_or_else(Limit::new);
        let object = right.object.as_ref();
        right.kind == RightKind::Sign
            && matches!(right.exercise, Some(Exercise::Sole {}))
            && (object.is_none() || object == Some(&document.name) || object == document.class.as_ref())
            && (limit.document_class.is_none() || limit.document_class == document.class)
            && limit.amount.is_none()
            && limit.territory.is_none()
            && limit.counterparty.is_none()
    })
}

#[test]
fn documents_have_signers() {
    agree(
        "F002",
        &Demands::new(),
        organizations(),
        |finding| vec![(argument(finding, "document"), items(finding))],
        |organization| {
            let judge = Judge::new(organization);
            let mut wrong = BTreeSet::new();
            for name in DOCUMENTS {
                let Some(document) = organization.documents.iter().find(|it| it.name.as_str() == name) else {
                    continue;
                };
                let signs = |paper: &&&Description| {
                    let has_seat = judge
                        .open()
                        .iter()
                        .any(|seat| judge.paper_of(seat).is_some_and(|it| it.id == paper.id));
                    let mut flows = paper.flows.iter();
                    has_seat
                        && flows
                            .any(|it| it.direction == FlowDirection::Signs && it.document == document.name)
                };
                let signers: Vec<_> = judge.papers.iter().filter(signs).collect();
                let alone = signers.iter().filter(|it| signs_alone(it, document)).map(|it| it.id.to_string());
                let alone: Vec<String> = alone.collect();
                if alone.len() > 1 {
                    wrong.insert((name.to_owned(), alone));
                } else if signers.is_empty() && document.signature_required {
                    wrong.insert((name.to_owned(), Vec::new()));
                }
            }
            wrong
        },
    );
}
