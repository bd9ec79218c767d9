//! The work that is done in these organisations: what a description says before anybody sits in a seat.

use crate::model::{Category, RightKind};

/// A kind of work, with the words of its description.
#[derive(Debug)]
pub(super) struct Job {
    /// The id of the description; ids of seats begin with it.
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) purpose: &'static str,
    pub(super) category: Category,
    /// Id and wording of its duties, the most important first.
    pub(super) duties: [(&'static str, &'static str); 3],
    /// Its rights; the first duty cannot be done without the first of them.
    pub(super) rights: &'static [(&'static str, RightKind)],
    /// What its first duty is, in the vocabulary of conflicts.
    pub(super) activity: Option<&'static str>,
    /// The certificate without which its second duty may not be done.
    pub(super) licence: Option<&'static str>,
    /// Its third duty is for the holder alone, and waits until the holder is back.
    pub(super) keeps_third_back: bool,
}

/// The job of those who lead the organisation.
pub(super) static MANAGER: Job = Job {
    id: "general-manager",
    title: "General manager",
    purpose: "Leads the company and answers for it to its owners",
    category: Category::Manager,
    duties: [
        ("lead", "Sets the goals of the year and leads the company towards them"),
        ("report", "Reports to the owners on turnover, result and risks"),
        ("safety", "Sees to it that everybody works safely"),
    ],
    rights: &[
        ("represent", RightKind::Represent),
        ("sign", RightKind::Sign),
        ("instruct", RightKind::Instruct),
        ("spend", RightKind::Spend),
    ],
    activity: None,
    licence: None,
    keeps_third_back: false,
};

/// Jobs below the top.
pub(super) static JOBS: [&Job; 5] = [
    &Job {
        id: "clerk",
        title: "Clerk",
        purpose: "Keeps papers and dates in order",
        category: Category::Administrative,
        duties: [
            ("mail", "Opens the post and passes it on the same day"),
            ("minutes", "Writes the minutes of meetings"),
            ("files", "Files what has been dealt with"),
        ],
        rights: &[("information", RightKind::ReceiveInformation)],
        activity: None,
        licence: None,
        keeps_third_back: false,
    },
    &Job {
        id: "buyer",
        title: "Buyer",
        purpose: "Provides goods at the right time and at a fair price",
        category: Category::Specialist,
        duties: [
            (ORDERING, "Orders goods from suppliers"),
            ("offers", "Compares the offers of suppliers"),
            ("claims", "Settles claims against suppliers"),
        ],
        rights: &[("spend", RightKind::Spend), ("contracts", RightKind::ConcludeContracts)],
        activity: Some(ORDERING),
        licence: None,
        keeps_third_back: false,
    },
    &Job {
        id: "accountant",
        title: "Accountant",
        purpose: "Keeps the books true and complete",
        category: Category::Specialist,
        duties: [
            (PAYING, "Checks invoices against orders and releases payments"),
            ("ledger", "Posts receipts and payments to the ledger"),
            ("closing", "Closes the books at the end of the month"),
        ],
        rights: &[("sign", RightKind::Sign), ("documents", RightKind::RequestDocuments)],
        activity: Some(PAYING),
        licence: None,
        keeps_third_back: false,
    },
    &Job {
        id: "storekeeper",
        title: "Storekeeper",
        purpose: "Keeps goods safe and ready for dispatch",
        category: Category::Worker,
        duties: [
            ("receipt", "Receives goods and checks number and state"),
            ("loading", "Loads lorries with the fork-lift truck"),
            ("stock", "Counts the stock and explains differences"),
        ],
        rights: &[("store", RightKind::Access)],
        activity: None,
        licence: Some("Fork-lift licence"),
        keeps_third_back: false,
    },
    &Job {
        id: "planner",
        title: "Planner",
        purpose: "Makes plans that can be kept",
        category: Category::Specialist,
        duties: [
            ("plan", "Draws up the plan of the month and agrees it"),
            ("deviations", "Explains where the month went another way"),
            ("appraisal", "Appraises the work of the trainees"),
        ],
        rights: &[("decide", RightKind::Decide), ("propose", RightKind::Propose)],
        activity: None,
        licence: None,
        keeps_third_back: true,
    },
];

/// Two activities that must not be in one hand.
pub(super) const ORDERING: &str = "order-goods";
/// The other of them.
pub(super) const PAYING: &str = "release-payments";

impl Job {
    /// Whether somebody who does `other` may do this as well, for a time or for good: with a licence, and without conflict.
    pub(super) fn may_pass_to(&self, other: Option<&Self>) -> bool {
        let other = |of: fn(&Self) -> Option<&'static str>| other.and_then(of);
        let licensed = self.licence.is_none() || self.licence == other(|job| job.licence);
        let separate = match (self.activity, other(|job| job.activity)) {
            (Some(own), Some(other)) => own == other,
            _ => true,
        };
        licensed && separate
    }
}
