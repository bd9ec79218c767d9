//! Where the time goes, as CPU time of one thread and as ratios within one run.
//!
//! `cargo bench --bench stages -- [POSITIONS] [slim|full|regulated] [ROUNDS]`; each stage shows the least of its rounds.
#![expect(clippy::print_stdout, reason = "printing is what the program is for")]

use std::hint::black_box;
use std::time::Duration;

use clap::{Parser, ValueEnum as _};
use cpu_time::ThreadTime;
use officium::rules::{Profile, catalog};
use officium::{OrganizationGraph, Pack, check, export, read};

#[path = "../examples/shared/generator.rs"]
mod generator;

#[derive(Parser)]
struct Arguments {
    #[arg(default_value_t = 100_000)]
    positions: u64,
    #[arg(default_value = "slim")]
    shape: String,
    #[arg(default_value_t = 5)]
    rounds: u32,
    /// Passed by cargo
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Arguments { positions, shape, rounds, bench: _ } = Arguments::parse();
    let shape = generator::Shape::from_str(&shape, true)?;
    let mut text = Vec::new();
    generator::Generator { size: positions, shape, seed: 42 }.write(&mut text)?;
    let text = String::from_utf8(text)?;
    let as_of = "2026-11-24".parse()?;
    let bytes = text.len();
    println!(
        "{positions} positions, {shape:?}, {bytes} bytes, {} bytes a position",
        bytes as u64 / positions
    );

    let reading = best(rounds, || (), |()| read::json(&text));
    let row = |name: &str, time: Duration| {
        let nanoseconds = time.as_nanos() / u128::from(positions);
        println!(
            "{name:<24}{nanoseconds:>8} ns a position{:>8.1} % of reading",
            100.0 * time.as_secs_f64() / reading.as_secs_f64()
        );
    };
    row("skip (serde_json)", best(rounds, || (), |()| serde_json::from_str::<serde::de::IgnoredAny>(&text)));
    row("read", reading);
    let organization = read::json(&text).organization;
    let indexing =
        best(rounds, || organization.clone(), |organization| OrganizationGraph::new(organization, as_of));
    row("index", indexing);
    let graph = OrganizationGraph::new(organization, as_of);
    let baseline = Profile::baseline();
    let checking = best(rounds, || (), |()| check::check(&graph, &baseline));
    row("all rules", checking);
    row("index and all rules", indexing + checking);
    // hard rules run in every profile, so a family is what it adds to them
    let none = catalog().fold(baseline.clone(), |profile, rule| profile.with_level(rule.code(), None));
    let hard = best(rounds, || (), |()| check::check(&graph, &none));
    row("  hard rules", hard);
    let mut families: Vec<char> = catalog().map(|rule| rule.code().family()).collect();
    families.dedup();
    for family in families {
        let of_family = catalog().filter(|rule| rule.is_in_baseline() && rule.code().family() == family);
        let profile =
            of_family.fold(none.clone(), |profile, rule| profile.with_level(rule.code(), Some(rule.level())));
        let time = best(rounds, || (), |()| check::check(&graph, &profile));
        row(&format!("  family {family}, the others"), time.saturating_sub(hard));
    }
    // they find nothing in the regulated shape; with the others, this is the cost of what they find, too
    let every_pack = Pack::all().iter().fold(baseline, Profile::with_pack);
    let findings = check::check(&graph, &every_pack).findings().len();
    let checking = best(rounds, || (), |()| check::check(&graph, &every_pack));
    row("every pack", checking);
    row("index and every pack", indexing + checking);
    println!("{:<24}{:>8} findings in a hundred positions", "", findings * 100 / usize::try_from(positions)?);
    row("write (serde_json)", best(rounds, || (), |()| serde_json::to_string(graph.organization())));
    let schema = best(rounds, || (), |()| export::schema::organization());
    println!("{:<24}{:>8} µs", "schema", schema.as_micros());
    Ok(())
}

/// The least CPU time of a stage over some rounds; preparing and dropping do not count.
fn best<I, O>(rounds: u32, prepare: impl Fn() -> I, stage: impl Fn(I) -> O) -> Duration {
    let round = |_| {
        let input = prepare();
        let start = ThreadTime::now();
        let output = black_box(stage(input));
        let time = start.elapsed();
        drop(output);
        time
    };
    (0..rounds.max(1)).map(round).min().unwrap_or_default()
}
