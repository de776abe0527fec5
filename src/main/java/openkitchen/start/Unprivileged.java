package openkitchen.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Where Open Kitchen itself runs as root, PostgreSQL runs as the owner of its cluster;
 * a cluster of root's is run in a user namespace, in which root is nobody, or, where that is forbidden (as in many
 * containers), given to the user nobody for good.
 */
final class Unprivileged {

    private static final List<String> IN_A_USER_NAMESPACE = List.of("unshare", "--user");

    private Unprivileged() {}

    /** What to put before a program of PostgreSQL's that works on the cluster; the cluster's folder exists. */
    static List<String> prefix(Path cluster) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (owner(cluster) == 0) {
            if (succeeds("unshare", "--user", "true")) {
                return IN_A_USER_NAMESPACE;
            }
            succeeds("chown", "-R", "nobody", cluster.toString());
        }
        if (owner(cluster) == 0) {
            throw new CannotStart(
                    "PostgreSQL may not run as root: start Open Kitchen as an ordinary user.",
                    "PostgreSQL не работает от имени root: запустите «Общую кухню» от обычного пользователя.");
        }
        return List.of("setpriv", "--reuid=" + owner(cluster), "--regid=" + group(cluster), "--clear-groups");
    }

    private static int owner(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid");
    }

    private static int group(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:gid");
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
