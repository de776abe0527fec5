package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import openkitchen.board.Face;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import openkitchen.project.Discipline;
import org.jspecify.annotations.Nullable;

@Schema(name = "CardFace", description = "What is seen of a card on the board.")
record FaceView(
        @Schema(description = "Its number in the project, as in #12.")
        int number,

        @Schema(description = "The same wherever the card goes.")
        long id,

        String title,

        @Schema(allowableValues = {"task", "request", "launch", "report", "reference"})
        String kind,

        @Schema(
                allowableValues = {
                    "seo",
                    "ppc",
                    "social",
                    "development",
                    "design",
                    "analytics",
                    "copywriting",
                    "account"
                })
        @Nullable
        String discipline,

        @Schema(description = "The disciplines that it affects.")
        List<String> affects,

        @Schema(description = "The column's id.") long column,

        @Schema(description = "Its place in the column: compare byte by byte.")
        String rank,

        @Nullable Instant start,
        @Nullable Instant due,

        @Schema(description = "When it was marked as done, wherever it stands.") @Nullable
        Instant done,

        @Schema(description = "Ids of its labels.") List<Long> labels,

        @Schema(description = "Ids of the responsible people.")
        List<Long> people,

        @Nullable String coverColour,

        @Schema(description = "Whether it has a description.")
        boolean described,

        @Schema(description = "How many comments it has.") int comments,
        @Schema(description = "How many files and links.") int files,

        @Schema(description = "How many items its checklists have.")
        int items,

        int itemsDone,
        boolean archived,

        @Schema(description = "The number of the last event of the project that changed the card.")
        long version) {

    static FaceView of(Face face) {
        return new FaceView(
                face.number(),
                face.id().value(),
                face.title(),
                face.kind().code(),
                face.discipline() == null ? null : face.discipline().code(),
                face.affects().stream().map(Discipline::code).toList(),
                face.column().value(),
                face.rank(),
                face.start(),
                face.due(),
                face.done(),
                face.labels().stream().map(LabelId::value).toList(),
                face.people().stream().map(PersonId::value).toList(),
                face.coverColour(),
                face.described(),
                face.comments(),
                face.files(),
                face.items(),
                face.itemsDone(),
                face.archived(),
                face.version());
    }
}
