package org.wirestream.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Does faults, one after the other; the seed decides which, to whom and for how long. For one thread. */
final class Injector {
    /** Longer than the sessions of instances and brokers, so that others take over. */
    private static final Duration ZOMBIE = Duration.ofSeconds(15);

    /** Longer than a transaction may take. */
    private static final Duration THROTTLED = Duration.ofSeconds(12);
    /** How long a broker may go on that can write no more; it writes into its metadata twice a second. */
    private static final Duration FULL = Duration.ofSeconds(20);

    private static final Duration STORM = Duration.ofSeconds(5);
    private static final int STORM_ROUNDS = 3;

    private final Random random;
    private final ChaosOptions options;
    private final Brokers brokers;
    private final Instances instances;
    private final List<Fault> deck = new ArrayList<>();

    Injector(ChaosOptions options, Brokers brokers, Instances instances) {
        this.options = options;
        this.random = new Random(options.seed());
        this.brokers = brokers;
        this.instances = instances;
    }

    /** Does a fault and mends it; every kind comes up before one comes again. Says what it was. */
    String next() throws IOException, InterruptedException {
        if (deck.isEmpty()) {
            deck.addAll(EnumSet.copyOf(options.faults()));
            Collections.shuffle(deck, random);
        }
        Fault fault = deck.remove(deck.size() - 1);
        // Something must be on its way when it comes.
        Thread.sleep(1_000L + random.nextInt(3_000));
        int instance = random.nextInt(options.instances());
        int broker = random.nextInt(Brokers.COUNT);
        long rest = 200L + random.nextInt(2_500);
        return switch (fault) {
            case KILL_INSTANCE -> {
                instances.kill(instance);
                Thread.sleep(rest);
                instances.start(instance);
                yield fault + " " + (instance + 1);
            }
            case BOUNCE_INSTANCE -> {
                instances.stop(instance);
                instances.start(instance);
                yield fault + " " + (instance + 1);
            }
            case PAUSE_INSTANCE -> {
                instances.fork(instance).pause();
                Thread.sleep(ZOMBIE.toMillis());
                instances.fork(instance).resume();
                yield fault + " " + (instance + 1);
            }
            case KILL_BROKER -> killBroker(fault, broker, rest);
            case KILL_CONTROLLER -> killBroker(fault, brokers.controller(), rest);
            case BOUNCE_BROKER -> {
                brokers.stop(broker);
                brokers.start(broker);
                yield fault + " " + (broker + 1);
            }
            case PAUSE_BROKER -> {
                brokers.fork(broker).pause();
                Thread.sleep(ZOMBIE.toMillis());
                brokers.fork(broker).resume();
                brokers.awaitReady();
                yield fault + " " + (broker + 1);
            }
            case FULL_DISK -> fillDisk(fault, broker);
            case QUOTA -> {
                brokers.throttle();
                Thread.sleep(THROTTLED.toMillis());
                brokers.unthrottle();
                yield fault.toString();
            }
            case REBALANCE_STORM -> storm(fault);
            case RESTART_ALL -> restartAll(fault);
        };
    }

    private String killBroker(Fault fault, int broker, long rest) throws IOException, InterruptedException {
        brokers.fork(broker).kill();
        Thread.sleep(rest);
        brokers.start(broker);
        return fault + " " + (broker + 1);
    }

    private String fillDisk(Fault fault, int broker) throws IOException, InterruptedException {
        Fork fork = brokers.fork(broker);
        long limit = 1L + random.nextInt(1 << 16);
        try {
            fork.limitFiles(limit);
        } catch (IOException e) {
            return fault + " left out: " + e.getMessage();
        }
        boolean stopped = fork.awaitEnd(FULL);
        fork.kill();
        brokers.start(broker);
        return "%s %d at %,d bytes%s".formatted(fault, broker + 1, limit, stopped ? "" : ", went on and was killed");
    }

    private String storm(Fault fault) throws IOException, InterruptedException {
        int visitor = options.instances();
        for (int i = 0; i < STORM_ROUNDS; i++) {
            instances.start(visitor);
            Thread.sleep(STORM.toMillis() + random.nextInt(3_000));
            if (random.nextBoolean()) {
                instances.kill(visitor);
            } else {
                instances.stop(visitor);
            }
        }
        return fault.toString();
    }

    private String restartAll(Fault fault) throws IOException, InterruptedException {
        for (int i = 0; i < options.instances(); i++) {
            instances.kill(i);
        }
        for (int i = 0; i < Brokers.COUNT; i++) {
            brokers.fork(i).kill();
        }
        brokers.launch();
        brokers.awaitReady();
        for (int i = 0; i < options.instances(); i++) {
            instances.start(i);
        }
        return fault.toString();
    }
}
