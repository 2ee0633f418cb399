package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirestream.counts.CountKind;
import org.wirestream.document.EntityType;

class NamesTest {
    @ParameterizedTest
    @CsvSource({"HK, 中国香港", "MO, 中国澳门", "TW, 中国台湾", "KZ, 哈萨克斯坦", "US, 美国"})
    void shouldCallCountriesAndRegionsAsNewsroomsDo(String code, String zh) {
        assertThat(Fixture.NAMES.country(code, null).label()).isEqualTo(zh);
    }

    @ParameterizedTest
    @CsvSource({"HK, 中国香港特别行政区, 中国香港", "TW, 台湾, 中国台湾"})
    void shouldCallThemSoWhateverTheCountsSay(String code, String counted, String zh) {
        assertThat(Fixture.NAMES.counted(CountKind.COUNTRIES, code, counted).label())
                .isEqualTo(zh);
        assertThat(Fixture.NAMES.entity("country:" + code, counted).label()).isEqualTo(zh);
    }

    @Test
    void shouldNameCountriesAmongEntitiesInEnglishToo() {
        assertThat(Fixture.NAMES.entity("country:KZ", "哈萨克斯坦"))
                .isEqualTo(new Named("country:KZ", "哈萨克斯坦", "Kazakhstan", EntityType.LOC));
        assertThat(Fixture.NAMES.entity("org:联合国", "联合国").labelEn()).isNull();
    }
}
