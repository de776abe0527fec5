package openkitchen.test;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is asked of the database while something is done, by whichever thread. */
public final class Statements {

    private static final Pattern EXECUTED =
            Pattern.compile("Executing prepared SQL statement \\[(.*)]", Pattern.DOTALL);

    private Statements() {}

    public static List<String> during(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level level = logger.getLevel();
        boolean told = logger.isAdditive();
        List<String> statements = new CopyOnWriteArrayList<>();
        AppenderBase<ILoggingEvent> list = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                Matcher executed = EXECUTED.matcher(event.getFormattedMessage());
                if (executed.matches()) {
                    statements.add(executed.group(1));
                }
            }
        };
        list.start();
        logger.addAppender(list);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            logger.setLevel(level);
            logger.setAdditive(told);
            logger.detachAppender(list);
        }
        return statements;
    }
}
