pub fn parse(rounds: u64) -> u64 {
    (0..rounds).fold(1u64, |x, i| (x ^ (x >> 13)).wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(i))
}
