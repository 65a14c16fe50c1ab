package shop;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.*;

@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Parse {
  static final int ROUNDS = 2000;

  @Benchmark
  public long parse() {
    long x = 1;
    for (int i = 0; i < ROUNDS; i++) x = (x ^ (x >>> 13)) * 0x9E3779B97F4A7C15L + i;
    return x;
  }

  @Benchmark
  public byte[] copy() {
    return new byte[ROUNDS];
  }
}
