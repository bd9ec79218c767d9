//! What a seat asks of its holder, and what a holder has: the same words for both, so that they can be compared.

use super::{CalendarDuration, Language, Text};

keyword! {
    /// A level of education (after the levels of ISCED 2011).
    pub enum EducationLevel {
        /// Primary school.
        Primary,
        /// Lower secondary school.
        LowerSecondary,
        /// Upper secondary school.
        UpperSecondary,
        /// Vocational training after school.
        Vocational,
        /// Short higher education.
        ShortTertiary,
        /// Bachelor or equivalent.
        Bachelor,
        /// Master or equivalent.
        Master,
        /// Doctorate or equivalent.
        Doctorate,
    }
}

keyword! {
    /// In what the experience was gained.
    pub enum ExperienceKind {
        /// In the speciality.
        Speciality,
        /// In a similar post.
        SimilarPost,
        /// In leading people.
        Leadership,
        /// In working life as a whole.
        General,
    }
}

keyword! {
    /// A level of language skill (Common European Framework of Reference for Languages).
    pub enum LanguageLevel {
        /// Breakthrough.
        A1,
        /// Waystage.
        A2,
        /// Threshold.
        B1,
        /// Vantage.
        B2,
        /// Effective operational proficiency.
        C1,
        /// Mastery.
        C2,
    }
}

choice! {
    /// A qualification: asked for by a seat or a duty, or held by a person.
    pub enum Qualification {
        /// Schooling.
        Education {
            /// The level.
            level: EducationLevel,
            /// The field of study; any, unless stated.
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
            field: Option<Text>,
            /// Broken off before the final examination: enough where the seat says so, less than complete where a person says so.
            #[serde(default, skip_serializing_if = "crate::model::wire::is_false")]
            incomplete: bool,
        },
        /// Training beyond schooling.
        Training {
            /// In what.
            subject: Text,
            /// How long.
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
            length: Option<CalendarDuration>,
            /// After how long it must be repeated.
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
            repeat_after: Option<CalendarDuration>,
        },
        /// Time worked.
        Experience {
            /// In what.
            gained_in: ExperienceKind,
            /// How long.
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
            length: Option<CalendarDuration>,
            /// In which speciality or post.
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
            subject: Option<Text>,
        },
        /// A certificate, licence or permit.
        Certificate {
            /// Its name.
            name: Text,
            /// Who issues it.
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
            issuer: Option<Text>,
        },
        /// A language.
        Language {
            /// Which one.
            language: Language,
            /// How well; somehow, unless stated.
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::model::wire::present")]
            skill: Option<LanguageLevel>,
        },
    }
}

impl Qualification {
    /// Whether whoever has `held` has what is asked for here.
    ///
    /// Levels and lengths count when they reach as far; a field, a subject, a name, an issuer or a language when it is the same, to the
    /// letter. What is not asked for need not be held. Education that was broken off is enough only where it is asked for so. Time worked
    /// in anything is time worked in general. Whether a certificate is still valid or training is due again is another question.
    ///
    /// ```
    /// use officium::{EducationLevel, Qualification};
    /// let education = |level| Qualification::Education { level, field: None, incomplete: false };
    /// let asked = education(EducationLevel::Bachelor);
    /// assert!(asked.is_met_by(&education(EducationLevel::Master)));
    /// assert!(!asked.is_met_by(&education(EducationLevel::Vocational)));
    /// ```
    #[must_use]
    pub fn is_met_by(&self, held: &Self) -> bool {
        match (self, held) {
            (
                Self::Education { level, field, incomplete },
                Self::Education { level: reached, field: in_field, incomplete: broken_off },
            ) => reached >= level && same(field.as_ref(), in_field.as_ref()) && (*incomplete || !broken_off),
            (
                Self::Training { subject, length, repeat_after: _ },
                Self::Training { subject: in_subject, length: lasted, repeat_after: _ },
            ) => subject == in_subject && lasts(*length, *lasted),
            (
                Self::Experience { gained_in, length, subject },
                Self::Experience { gained_in: where_gained, length: lasted, subject: in_subject },
            ) => {
                let same_kind = *gained_in == ExperienceKind::General || gained_in == where_gained;
                same_kind && same(subject.as_ref(), in_subject.as_ref()) && lasts(*length, *lasted)
            }
            (Self::Certificate { name, issuer }, Self::Certificate { name: of_name, issuer: of_issuer }) => {
                name == of_name && same(issuer.as_ref(), of_issuer.as_ref())
            }
            (Self::Language { language, skill }, Self::Language { language: spoken, skill: reached }) => {
                language == spoken && reached >= skill
            }
            (
                Self::Education { .. }
                | Self::Training { .. }
                | Self::Experience { .. }
                | Self::Certificate { .. }
                | Self::Language { .. },
                _,
            ) => false,
        }
    }
}

fn same(asked: Option<&Text>, held: Option<&Text>) -> bool {
    asked.is_none() || asked == held
}

fn lasts(asked: Option<CalendarDuration>, held: Option<CalendarDuration>) -> bool {
    asked.is_none_or(|asked| held.is_some_and(|held| held.is_at_least(asked)))
}

keyword! {
    /// How strictly a requirement is meant.
    pub enum Necessity {
        /// Without it nobody may hold the seat.
        Mandatory,
        /// It speaks for a candidate.
        Desirable,
    }
}

keyword! {
    /// When a requirement must be met.
    pub enum RequirementDue {
        /// On the day of hiring.
        AtHiring,
        /// Some time after it.
        Later,
    }
}

record! {
    /// What a seat asks of its holder.
    pub struct Requirement {
        /// How strictly it is meant.
        pub necessity: Necessity,
        /// The qualification asked for.
        pub qualification: Qualification,
        /// When it must be met; at hiring, unless stated.
        pub due: Option<RequirementDue>,
        /// How long after hiring, if later.
        pub within: Option<CalendarDuration>,
    }
}
