package openkitchen.doors;

import java.util.List;
import java.util.Map;
import openkitchen.people.Viewer;
import openkitchen.project.Seat;

/** A project with one of everything, and people who may and may not see it. */
record House(
        Seat seat,
        Viewer owner,
        Viewer account,
        Viewer otherAccount,
        Viewer specialist,
        Viewer stranger,
        Viewer lead,
        Viewer member,
        Viewer otherContact,
        String otherProject,
        Map<String, String> things) {

    /** The route's address with the ids of what is in this house. */
    String fill(String pattern) {
        String path = pattern.replace("{key}", seat.key());
        if (path.contains("/approvals/{ask}/{id}")) {
            path = path.replace("{id}", value(pattern, "approval"));
        }
        if (path.contains("/materials/{id}/{number}")) {
            path = path.replace("{number}", "1").replace("{place}", "0");
        }
        if (path.contains("/launch/")) {
            path = path.replace("{number}", value(pattern, "launch"));
        }
        for (Map.Entry<String, String> thing : things.entrySet()) {
            path = path.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        for (String kind : List.of("link", "invitation", "material")) {
            if (path.contains("/" + kind + "s/{id}")) {
                path = path.replace("{id}", value(pattern, kind));
            }
        }
        if (path.contains("/files/{id}")) {
            path = path.replace("{id}", value(pattern, "attachment"));
        }
        if (path.contains("/people/{id}")) {
            path = path.replace("{id}", Long.toString(specialist.person().value()));
        }
        for (String said : List.of("question", "remark", "decision", "comment")) {
            if (path.contains("/" + said + "s/{id}")) {
                path = path.replace("{id}", value(pattern, said));
            }
        }
        return path.replace("{kind}", "strategy")
                .replace("{*name}", "/css/kitchen.css")
                .replace("{discipline}", "social")
                .replaceAll("\\{\\w+}", "1");
    }

    /** A value for a form's field. */
    String value(String pattern, String name) {
        if (name.equals("kind")) {
            return pattern.contains("columns") ? "doing" : "task";
        }
        if (name.equals("project")) {
            return otherProject;
        }
        if (name.equals("to") && pattern.contains("/questions/")) {
            return "account";
        }
        if (name.equals("remark") && (pattern.endsWith("/confirm") || pattern.endsWith("/appeal"))) {
            return things.getOrDefault("declined", "1");
        }
        return switch (name) {
            case "verdict" -> pattern.contains("/launch/") ? "keep" : "approved";
            case "place" -> "{\"at\":\"whole\"}";
            case "fine", "todo" -> "true";
            case "discipline" -> "seo";
            case "url" -> "https://kitchen.example/";
            case "name", "title", "text", "body", "description" -> "Doors";
            case "email" -> "somebody@kitchen.example";
            case "to" -> "left";
            case "after" -> "";
            case "card" -> things.getOrDefault("number", "1");
            case "role", "roles" -> "seo";
            case "person" -> Long.toString(specialist.person().value());
            case "stage" -> "testing";
            case "status" -> "live";
            case "theme" -> "dark";
            case "language", "tag" -> "ru";
            case "since" -> "0";
            default -> things.getOrDefault(name, "1");
        };
    }
}
