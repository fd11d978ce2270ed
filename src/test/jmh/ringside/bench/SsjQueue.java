package ringside.bench;

import java.util.ArrayDeque;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.stat.Tally;

/** M/M/c as one writes it with SSJ: an event for each arrival and one for each departure, on its own list of events. */
final class SsjQueue {
    private final Simulator simulator = new Simulator();
    private final RandomStream arrivals = new MRG32k3a("arrivals");
    private final RandomStream services = new MRG32k3a("services");
    private final ArrayDeque<Customer> waiting = new ArrayDeque<>();
    private final Tally waits = new Tally("waits");
    private final double arrivalRate;
    private final double serviceRate;
    private final int servers;
    private final int customers;
    private int come;
    private int busy;

    /** So many customers at these rates, both for the same unit of time. */
    SsjQueue(double arrivalRate, double serviceRate, int servers, int customers) {
        this.arrivalRate = arrivalRate;
        this.serviceRate = serviceRate;
        this.servers = servers;
        this.customers = customers;
    }

    /** How long a customer waited on average, in that unit. */
    double meanWait() {
        simulator.init();
        new Arrival().schedule(ExponentialGen.nextDouble(arrivals, arrivalRate));
        simulator.start();
        return waits.average();
    }

    private record Customer(double came, double work) {}

    private final class Arrival extends Event {
        Arrival() {
            super(simulator);
        }

        @Override
        public void actions() {
            if (++come < customers) {
                new Arrival().schedule(ExponentialGen.nextDouble(arrivals, arrivalRate));
            }
            var customer = new Customer(simulator.time(), ExponentialGen.nextDouble(services, serviceRate));
            if (busy < servers) {
                busy++;
                serve(customer);
            } else {
                waiting.add(customer);
            }
        }
    }

    private void serve(Customer customer) {
        waits.add(simulator.time() - customer.came());
        new Departure().schedule(customer.work());
    }

    private final class Departure extends Event {
        Departure() {
            super(simulator);
        }

        @Override
        public void actions() {
            if (waiting.isEmpty()) {
                busy--;
            } else {
                serve(waiting.remove());
            }
        }
    }
}
