package openkitchen.site;

import java.time.LocalDate;
import java.util.List;

/** What happened on one day, newest first. */
public record HistoryDay(LocalDate day, String heading, List<Told> lines) {}
