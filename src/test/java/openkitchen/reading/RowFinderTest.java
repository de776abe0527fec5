package openkitchen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openkitchen.id.FileId;
import openkitchen.test.Hands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFinderTest {

    @TempDir
    Path folder;

    private FilesAtHand files;
    private Readings readings;
    private RowFinder finder;

    @BeforeEach
    void open() throws IOException {
        files = new FilesAtHand(Files.createDirectory(folder.resolve("files")));
        readings = new Readings(files, new Hands(), folder.resolve("data"), Readings.LIMIT);
        finder = new RowFinder(readings);
    }

    @AfterEach
    void close() {
        readings.close();
    }

    private static RowFinder.Pin pin(int number, String... cells) {
        return new RowFinder.Pin("", number, List.of(cells));
    }

    @Test
    void aRowIsFoundWhereverItWent() {
        FileId file = files.put("new.csv", """
                Ключ;Регион;Частота;Заголовок
                новый ключ;Омск;1;Ничего похожего
                чайник;Омск;150;Купить чайник недорого с доставкой по городу
                кружка;Омск;10;одно
                кружка;Омск;10;одно
                ложка;Тверь;7;Ложки серебряные на каждый день
                тарелка;Тверь;7;Лучшие тарелки для дома и дачи сегодня со скидкой
                """.getBytes(StandardCharsets.UTF_8));

        List<Optional<RowFinder.Found>> found = finder.find(
                file,
                List.of(
                        pin(2, "чайник", "Омск", "150", "Купить чайник недорого с доставкой по городу"),
                        pin(9, "кружка", "Омск", "10", "одно"),
                        pin(2, "чайник", "Москва", "99", "Другое"),
                        pin(3, "ложки", "Тверь", "7", "Ложки серебряные на каждый день"),
                        pin(3, "блюдо", "Курск", "8", "Лучшие тарелки для дома и дачи завтра со скидкой"),
                        pin(3, "самовар", "Тула", "1000", "Нет такого"),
                        pin(1, "Ключ", "Регион", "Частота", "Заголовок"),
                        pin(2)));

        assertThat(found.stream().map(one -> one.map(RowFinder.Found::row).orElse(0)))
                .containsExactly(3, 5, 3, 6, 7, 0, 1, 0);
    }

    @Test
    void aFileThatIsNoTableHasNoRows() {
        FileId text = files.put("a.txt", "чайник".getBytes(StandardCharsets.UTF_8));
        assertThat(finder.find(text, "", 1, List.of("чайник"))).isEmpty();
    }
}
