package openkitchen.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.history.Proof;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.id.VersionId;
import openkitchen.material.Approval;
import openkitchen.material.Fingerprint;
import openkitchen.material.Material;
import openkitchen.material.Version;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.project.Project;
import openkitchen.store.StoredFile;
import openkitchen.text.Words;

/**
 * What can be shown of a material to somebody who was not there: its versions, who decided what about them and when, and by what it
 * can be checked. In the reader's language, with times in their zone.
 *
 * @param versions the newest first
 * @param approvals of each version, the first first
 * @param printed when it is made, and {@code head} the project's history then
 * @param url the address of this installation
 */
public record Certificate(
        Words words,
        ZoneId zone,
        Project project,
        String agency,
        Material material,
        List<Version> versions,
        Map<VersionId, List<Approval>> approvals,
        Map<PersonId, Person> people,
        Map<FileId, StoredFile> evidence,
        Instant printed,
        Proof.Head head,
        String url) {

    public String say(String key, Object... values) {
        return words.say(key, values);
    }

    public String title() {
        return say("certificate") + " – " + material.name();
    }

    public Version newest() {
        return versions.getFirst();
    }

    public List<Approval> of(Version version) {
        return approvals.getOrDefault(version.id(), List.of());
    }

    /** How the newest version stands. */
    public Optional<Approval> last() {
        return of(newest()).stream().reduce((before, after) -> after);
    }

    /** {@code 26 November 2026, 14:03:05 (UTC+03:00)}: nothing is left for the reader to guess. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofPattern(
                        "d MMMM uuuu, HH:mm:ss ('UTC'xxx)", words.language().locale())
                .format(moment.atZone(zone));
    }

    /** {@code Moscow Standard Time (Europe/Moscow)} */
    public String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, words.language().locale()) + " (" + zone.getId() + ")";
    }

    public String name(PersonId id) {
        Person person = people.get(id);
        return person == null ? say("certificate.somebody") : person.name();
    }

    /** The person with what they are and for whom: {@code Emma Clark, decides for the client, Northwind}. */
    public String who(PersonId id) {
        Person person = people.get(id);
        return person == null ? say("certificate.somebody") : who(person, today(person));
    }

    /** The same of who decided, with what they were when they did. */
    public String decider(Approval.Voice voice) {
        Person person = people.get(voice.person());
        return person == null ? say("certificate.somebody") : who(person, Mentionables.what(words, voice.roles()));
    }

    private String today(Person person) {
        return project.team().stream()
                .filter(mate -> mate.person().id().equals(person.id()))
                .findFirst()
                .map(mate -> Mentionables.what(words, mate.roles()))
                .orElse(person.title());
    }

    private String who(Person person, String what) {
        String company = person.side() == Side.AGENCY
                ? agency
                : project.client() == null ? "" : project.client().name();
        return List.of(person.name(), what, company).stream()
                .filter(part -> !part.isBlank())
                .reduce((before, after) -> before + ", " + after)
                .orElse("");
    }

    public String way(Approval.Voice voice) {
        return say("certificate.way." + voice.way().code());
    }

    /** What the SHA-256 of several files is over. */
    public String list(Version version) {
        return Fingerprint.list(version.files().stream()
                .map(file -> new Fingerprint.Named(file.name(), file.sha256()))
                .toList());
    }

    public String checkAddress() {
        return url + "/p/" + project.key() + "/check";
    }
}
