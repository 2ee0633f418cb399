package org.wirestream.chaos;

/** What is done to the running system. */
public enum Fault {
    /** An instance is killed (SIGKILL) and started again. */
    KILL_INSTANCE,
    /** A broker is killed and started again. */
    KILL_BROKER,
    /** The broker that is the active controller is killed and started again. */
    KILL_CONTROLLER,
    /** An instance stands still (SIGSTOP) until the others have taken over, and then goes on as if nothing had been. */
    PAUSE_INSTANCE,
    /** A broker stands still until the others have taken over. */
    PAUSE_BROKER,
    /** An instance is told to stop, and started again. */
    BOUNCE_INSTANCE,
    /** A broker is told to stop, and started again. */
    BOUNCE_BROKER,
    /** A broker may write no more, as on a full disk, and stops; it is started again when there is room. */
    FULL_DISK,
    /** A quota holds every request of every client back for a second, for longer than a transaction may take. */
    QUOTA,
    /** One more instance comes and goes, several times. */
    REBALANCE_STORM,
    /** Everything is killed at once, and started again. */
    RESTART_ALL
}
