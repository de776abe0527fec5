package openkitchen.site;

import java.util.stream.Collectors;
import openkitchen.project.Role;
import openkitchen.project.Seat;

/** What a page needs to stay live: where the changes of its project come from, and up to which it shows them. */
public record Live(String key, long version, String roles) {

    static Live of(Seat seat) {
        return new Live(
                seat.key(),
                seat.version(),
                seat.roles().stream().sorted().map(Role::code).collect(Collectors.joining(" "))
                        + (seat.manages() ? " manages" : "")
                        + (seat.viewer().owner() ? " owner" : ""));
    }

    public String url() {
        return "/p/" + key + "/live";
    }

    public String changes() {
        return "/p/" + key + "/changes";
    }
}
