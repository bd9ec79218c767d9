//! The laws, standards and practices behind rules.

/// A text in which a rule has its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// A short stable key.
    pub key: &'static str,
    /// The title, with its edition.
    pub title: &'static str,
}

/// A source and the place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation {
    /// The source.
    pub source: Source,
    /// The clause; the source as a whole, where there is none.
    pub clause: Option<&'static str>,
}

impl std::fmt::Display for Citation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.source.title)?;
        self.clause.map_or(Ok(()), |clause| write!(f, ", {clause}"))
    }
}

impl Source {
    pub(crate) const fn whole(self) -> Citation {
        Citation { source: self, clause: None }
    }

    pub(crate) const fn at(self, clause: &'static str) -> Citation {
        Citation { source: self, clause: Some(clause) }
    }
}

/// The sources of the catalogue, by key.
pub(crate) mod keys {
    use super::Source;

    macro_rules! sources {
        ($($name:ident $key:literal $title:literal;)*) => {$(
            pub(crate) const $name: Source = Source { key: $key, title: $title };
        )*};
    }

    sources! {
        AMC145 "AMC145" "AMC1 145.A.30(b)(1)";
        AMC21 "AMC21" "AMC1 21.A.245(b)";
        AML "AML" "arbeidsmiljøloven § 14-6 (1) c";
        ANET "ANET" "practice: ANET";
        BAY "BAY" "BayGlG art. 16 (model clause)";
        CAA145 "CAA145" "Regulation (EU) No 1321/2014, 145.A.30";
        CFR111 "CFR111" "21 CFR 111.12";
        CFR22 "CFR22" "21 CFR 211.22";
        CFR25 "CFR25" "21 CFR 211.25";
        DESIGN "design" "design of this crate";
        ERPN "ERPN" "practice: ERPNext";
        FUH "FUH" "practice: FernUniversität in Hagen, rules of procedure";
        FZ79 "FZ79" "79-FZ art. 47(2)";
        GCP "GCP" "ICH E6(R3)";
        GLP "GLP" "OECD GLP as in UK SI 1999/3106 sch. 1";
        GMP "GMP" "EudraLex vol. 4 part I chapter 2 (in force 2014-02-16)";
        HESS "HESS" "practice: Hessian pay commentary";
        IAEA "IAEA" "IAEA TCS-53";
        INC "INC" "ANSI INCITS 359";
        ISO27 "ISO27" "ISO/IEC 27001:2022";
        ISO9001 "ISO9001" "ISO 9001:2015";
        LBT "LBT" "Li, Bizri, Tripunitara: resiliency policies";
        NAK "NAK" "practice: Nakisa HR data quality rules";
        NIHR "NIHR" "NIHR delegation log guidance";
        ODOO "ODOO" "practice: Odoo";
        RCP "RCP" "resiliency checking (arXiv 1604.01550)";
        ROST "ROST" "Rostrud letter 4412-6 of 2007-10-31";
        RTEAM "RTEAM" "practice: rust-lang/team";
        SUP3A "SUP3A" "FCA SUP 10C.3A";
        SYSC24 "SYSC24" "FCA SYSC 24";
        SYSC25 "SYSC25" "FCA SYSC 25";
        SYSC26 "SYSC26" "FCA SYSC 26";
        SYSC48 "SYSC48" "FCA SYSC 4.8";
        UKORG "UKORG" "practice: UK organogram checker";
        UKSCH "UKSCH" "UK organogram schema";
    }
}
