package org.wirestream.broker;

/** Whether the broker's classes are there: the slim distribution goes without them. */
public final class BrokerLibraries {
    private static final String SERVER = "kafka.server.KafkaRaftServer";

    private BrokerLibraries() {}

    /**
     * Makes sure that a broker can be started.
     *
     * @throws BrokerStartException when it cannot
     */
    public static void require() {
        try {
            Class.forName(SERVER, false, BrokerLibraries.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new BrokerStartException(
                    "this is the slim distribution, which has no broker; use the full one, or a command that takes a cluster by -b",
                    e);
        }
    }
}
