package openkitchen.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cards by the words of their titles, descriptions and comments, in Russian and English word forms and by the
 * beginnings of words. PostgreSQL's {@code russian} configuration stems Latin words as English ones; beside each stem the
 * word itself is kept, for beginnings of words.
 */
@Component
public class SearchIndex {

    public static final int QUERY_LIMIT = 200;

    /** Whatever is longer than this is found by its first part. A tsvector holds at most a megabyte. */
    private static final int INDEXED = 60_000;

    private static final int AT_ONCE = 500;

    private final JdbcClient sql;

    SearchIndex(JdbcClient sql) {
        this.sql = sql;
    }

    /** A card or comment that was found, the best first; {@code excerpt} has what matched between U+0002 and U+0003. */
    public record Hit(ProjectId project, CardId card, Optional<CommentId> comment, String excerpt) {}

    /** Keeps the card's own words: those of its title count more. */
    public void card(ProjectId project, CardId card, String title, String description) {
        sql.sql("""
                        insert into search_document (project_id, card_id, body, words)
                        values (:project, :card, :body,
                                setweight(to_tsvector('russian', :title) || to_tsvector('simple', :title), 'A')
                                || to_tsvector('russian', :text) || to_tsvector('simple', :text))
                        on conflict (card_id) where comment_id is null and version_id is null
                        do update set body = excluded.body, words = excluded.words, project_id = excluded.project_id
                        """)
                .param("project", project.value())
                .param("card", card.value())
                .param("body", cut(title + "\n" + description))
                .param("title", plain(title))
                .param("text", plain(description))
                .update();
    }

    public void comment(ProjectId project, CardId card, CommentId comment, String body) {
        sql.sql("""
                        insert into search_document (project_id, card_id, comment_id, body, words)
                        values (:project, :card, :comment, :body, to_tsvector('russian', :text) || to_tsvector('simple', :text))
                        on conflict (comment_id) where comment_id is not null
                        do update set body = excluded.body, words = excluded.words
                        """)
                .param("project", project.value())
                .param("card", card.value())
                .param("comment", comment.value())
                .param("body", cut(body))
                .param("text", plain(body))
                .update();
    }

    /** The words of a card, or of a comment on it. */
    public record Document(CardId card, @Nullable CommentId comment, String title, String text) {}

    /** Keeps many that are not in the index yet. */
    public void keep(ProjectId project, List<Document> documents) {
        for (int from = 0; from < documents.size(); from += AT_ONCE) {
            List<Document> some = documents.subList(from, Math.min(from + AT_ONCE, documents.size()));
            sql.sql("""
                            insert into search_document (project_id, card_id, comment_id, body, words)
                            select :project, card, comment, body,
                                   setweight(to_tsvector('russian', title) || to_tsvector('simple', title), 'A')
                                   || to_tsvector('russian', text) || to_tsvector('simple', text)
                              from unnest(:cards::bigint[], :comments::bigint[], :bodies::text[], :titles::text[], :texts::text[])
                                   as document (card, comment, body, title, text)
                            """)
                    .param("project", project.value())
                    .param("cards", some.stream().map(one -> one.card().value()).toArray(Long[]::new))
                    .param("comments", some.stream().map(SearchIndex::commentOf).toArray(Long[]::new))
                    .param("bodies", column(some, one -> cut(body(one))))
                    .param("titles", column(some, one -> plain(one.title())))
                    .param("texts", column(some, one -> plain(one.text())))
                    .update();
        }
    }

    private static @Nullable Long commentOf(Document document) {
        return document.comment() == null ? null : document.comment().value();
    }

    private static String body(Document document) {
        return document.comment() == null ? document.title() + "\n" + document.text() : document.text();
    }

    private static String[] column(List<Document> documents, Function<Document, String> text) {
        return documents.stream().map(text).toArray(String[]::new);
    }

    public void forget(CommentId comment) {
        sql.sql("delete from search_document where comment_id = ?")
                .param(comment.value())
                .update();
    }

    /** A card that goes to another project takes its words along. */
    public void move(CardId card, ProjectId to) {
        sql.sql("update search_document set project_id = ? where card_id = ?")
                .params(to.value(), card.value())
                .update();
    }

    private static String plain(String text) {
        return cut(text).replace('ё', 'е').replace('Ё', 'Е');
    }

    private static String cut(String text) {
        return text.length() <= INDEXED ? text : text.substring(0, INDEXED);
    }

    /** What matches all words of the query within these projects. */
    public List<Hit> find(Collection<ProjectId> projects, String query, int limit) {
        List<String> words = words(query);
        if (words.isEmpty() || projects.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        with asked as (select %s as q),
                        best as (
                            select d.*, ts_rank(d.words, asked.q) as score
                              from search_document d, asked
                             where d.words @@ asked.q and d.project_id = any(:projects)
                             order by score desc, d.id desc
                             limit :limit)
                        select project_id, card_id, comment_id,
                               ts_headline('russian', body, asked.q,
                                           'StartSel=' || chr(2) || ',StopSel=' || chr(3) || ',MaxWords=24,MinWords=10,MaxFragments=1')
                                   as excerpt
                          from best, asked
                         order by score desc, id desc
                        """.formatted(tsquery(words)))
                .param("projects", projects.stream().map(ProjectId::value).toArray(Long[]::new))
                .param("limit", limit)
                .params(parameters(words))
                .query((row, index) -> new Hit(
                        new ProjectId(row.getLong("project_id")),
                        new CardId(row.getLong("card_id")),
                        Optional.ofNullable(comment(row.getObject("comment_id", Long.class))),
                        row.getString("excerpt")))
                .list();
    }

    private static @Nullable CommentId comment(@Nullable Long id) {
        return id == null ? null : new CommentId(id);
    }

    private static List<String> words(String query) {
        String cut = query.length() > QUERY_LIMIT ? query.substring(0, QUERY_LIMIT) : query;
        return Arrays.stream(plain(cut).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(12)
                .toList();
    }

    /** Each word by its stem or as the beginning of a word; the words hold only letters and digits. */
    private static String tsquery(List<String> words) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            query.append(i == 0 ? "" : " && ")
                    .append("(plainto_tsquery('russian', :word%d) || to_tsquery('simple', :word%d || ':*'))"
                            .formatted(i, i));
        }
        return query.toString();
    }

    private static java.util.Map<String, String> parameters(List<String> words) {
        return java.util.stream.IntStream.range(0, words.size())
                .boxed()
                .collect(Collectors.toMap(i -> "word" + i, words::get));
    }
}
