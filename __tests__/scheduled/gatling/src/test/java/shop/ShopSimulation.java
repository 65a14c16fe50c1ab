package shop;

import static io.gatling.javaapi.core.CoreDsl.*;
import static io.gatling.javaapi.http.HttpDsl.*;

import io.gatling.javaapi.core.*;

public class ShopSimulation extends Simulation {
  {
    ScenarioBuilder visitor = scenario("visitor").during(4).on(exec(http("items").get("/items")));
    setUp(visitor.injectOpen(atOnceUsers(20))).protocols(http.baseUrl(System.getProperty("base")));
  }
}
