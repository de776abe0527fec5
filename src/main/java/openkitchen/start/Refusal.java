package openkitchen.start;

import java.net.BindException;
import java.nio.file.InvalidPathException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells a start that failed for a known reason as one clear sentence instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusal implements FailureAnalyzer, FailureAnalysisReporter {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            CannotStart known = known(cause);
            if (known != null) {
                return new FailureAnalysis(known.sentences(), null, failure);
            }
        }
        return null;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(analysis.getDescription());
        if (analysis.getAction() != null) {
            System.err.println(analysis.getAction());
        }
    }

    private static @Nullable CannotStart known(Throwable cause) {
        return switch (cause) {
            case CannotStart itself -> itself;
            case PortInUseException taken ->
                new CannotStart(
                        "Port %d is taken by another program: stop it, or choose another port with --port."
                                .formatted(taken.getPort()),
                        "Порт %d занят другой программой: остановите её или выберите другой порт через --port."
                                .formatted(taken.getPort()));
            case BindException refused ->
                new CannotStart(
                        "The port cannot be used (%s): choose another one with --port.".formatted(refused.getMessage()),
                        "Этот порт использовать нельзя (%s): выберите другой через --port."
                                .formatted(refused.getMessage()));
            case InvalidPathException unreadable ->
                new CannotStart(
                        "The data folder's name cannot be read in this locale: set LC_ALL=C.UTF-8, or name the folder in Latin letters.",
                        "Имя папки данных не читается в этой локали: задайте LC_ALL=C.UTF-8 или назовите папку латиницей.");
            case SQLException refused when hasState(refused, "53100") -> CannotStart.noSpaceLeft("PostgreSQL");
            case SQLException refused
            when hasState(refused, "08", "28", "3D", "57P") ->
                new CannotStart(
                        "PostgreSQL does not let Open Kitchen in: %s Check SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD."
                                .formatted(refused.getMessage()),
                        "PostgreSQL не впускает «Общую кухню»: %s Проверьте SPRING_DATASOURCE_URL, _USERNAME и _PASSWORD."
                                .formatted(refused.getMessage()));
            default -> null;
        };
    }

    private static boolean hasState(SQLException refused, String... beginnings) {
        String state = String.valueOf(refused.getSQLState());
        for (String beginning : beginnings) {
            if (state.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
