package org.wirestream.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.wirestream.Version;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;

/**
 * Who does something, as far as the machine knows: nobody has proved it.
 *
 * @param user a name
 * @param host the machine's name
 * @param version of Wirestream
 */
public record Operator(String user, String host, String version) {
    /** Whoever runs this process. */
    static Operator of(Settings settings) {
        String named = settings.get(SettingKey.OPERATOR_NAME);
        return new Operator(
                named.isEmpty() ? System.getProperty("user.name", "?") : named, hostName(), Version.current());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "?";
        }
    }
}
