package openkitchen.talk;

import java.util.Optional;
import openkitchen.id.PersonId;
import openkitchen.project.Role;

/** To whom a question is put, as its asker says it. */
public sealed interface Address {

    /** "The team": the product finds who answers. */
    record Team() implements Address {}

    /** Anybody of the client. */
    record Client() implements Address {}

    /** Anybody of a role; the account for what is strategic. */
    record OfRole(Role role) implements Address {}

    /** One person of the project. */
    record To(PersonId person) implements Address {}

    /** As it is kept and sent: {@code team}, {@code client}, a role's code, or {@code person:12}. */
    default String code() {
        return switch (this) {
            case Team team -> "team";
            case Client client -> "client";
            case OfRole(Role role) -> role.code();
            case To(PersonId person) -> "person:" + person;
        };
    }

    static Optional<Address> find(String code) {
        if (code.matches("person:[0-9]{1,18}")) {
            return Optional.of(new To(new PersonId(Long.parseLong(code.substring("person:".length())))));
        }
        return switch (code) {
            case "team" -> Optional.of(new Team());
            case "client" -> Optional.of(new Client());
            default -> Role.find(code).map(OfRole::new);
        };
    }
}
