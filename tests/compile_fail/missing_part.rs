//! What is required is an argument: the compiler names the one that is missing.
use officium::Duty;

fn main() {
    let _ = Duty::new("buy".parse().unwrap());
}
