use criterion::{criterion_group, criterion_main, Criterion};
use parser::parse;
use std::{hint::black_box, time::Duration};

fn parser(criterion: &mut Criterion) {
    criterion.bench_function("parse", |bencher| bencher.iter(|| parse(black_box(2000))));
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_millis(150)).measurement_time(Duration::from_millis(600)).sample_size(12);
    targets = parser
}
criterion_main!(benches);
