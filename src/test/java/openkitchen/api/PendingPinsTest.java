package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import openkitchen.id.FileId;
import openkitchen.reading.Readings;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Programs are told at once what is pinned, also where a file must be read for it. Here nothing is read before it is looked at. */
@KitchenTest
@TestPropertySource(properties = "openkitchen.rounds=false")
class PendingPinsTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    @Test
    void aPinIsPendingUntilTheFileIsRead() {
        Village village = new Village(kitchen);
        Village.Home home = village.home();
        Caller account = village.caller(port, home.account());
        String card = account.post(home.path() + "/cards", "{\"title\":\"Ads\",\"column\":" + home.first() + "}")
                .header("Location");
        String material = account.post(
                        card + "/materials", "{\"files\":[" + uploaded(account, "Name;Shown\none;1\n") + "]}")
                .header("Location");
        account.post(material + "/versions/1/pins", """
                {"kind": "remark", "body": "Less",
                 "place": {"at": "cells", "file": 0, "sheet": "", "row": 2, "column": -1, "cells": ["one", "1"]}}
                """);
        long second = uploaded(account, "Name;Shown\n" + UUID.randomUUID() + ";0\none;1\n");
        account.post(material + "/versions", "{\"files\":[" + second + "]}");

        JsonNode atOnce = account.get(material + "/versions/2/pins").at("/items/0");
        assertThat(atOnce.at("/pending").asBoolean()).isTrue();
        assertThat(atOnce.at("/place").isNull()).isTrue();
        kitchen.getBean(Readings.class).of(new FileId(second));
        JsonNode later = account.get(material + "/versions/2/pins").at("/items/0");
        assertThat(later.at("/pending").asBoolean()).isFalse();
        assertThat(later.at("/place/row").asInt()).isEqualTo(3);
    }

    private static long uploaded(Caller caller, String text) {
        return caller.upload("POST", "/api/v1/files", "list.csv", text.getBytes(StandardCharsets.UTF_8))
                .at("/id")
                .asLong();
    }
}
