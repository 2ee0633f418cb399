package org.wirestream.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {
    @Test
    void shouldBeThePageOfTheDocumentation() throws Exception {
        assertThat(Files.readString(Path.of("docs/configuration.md")))
                .as("renew it: ./wirestream config reference > docs/configuration.md")
                .isEqualTo(SettingsReference.markdown());
    }

    @Test
    void shouldTellOfEverySettingAndKeepTablesWhole() {
        String page = SettingsReference.markdown();
        assertThat(Arrays.stream(SettingKey.values()).map(SettingKey::key))
                .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
        assertThat(page.lines().filter(line -> line.startsWith("| `engine`")))
                .singleElement()
                .asString()
                .contains("accurate\\|fast");
    }
}
