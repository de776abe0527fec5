package openkitchen.talk;

import java.time.ZoneOffset;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.project.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Minutes that the agency's people spend on talking with the client; lines are added and never changed. */
@Component
class ContactTime {

    private final JdbcClient sql;

    ContactTime(JdbcClient sql) {
        this.sql = sql;
    }

    void log(Pen pen, Seat seat, CardId card, CommentId said, int minutes) {
        sql.sql(
                        "insert into contact_time (project_id, person_id, card_id, comment_id, minutes, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        pen.project().value(),
                        seat.viewer().person().value(),
                        card.value(),
                        said.value(),
                        minutes,
                        pen.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
