package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits that the exact Gamma quantiles give (computed with SciPy's gamma.ppf), which the paper's formula approximates. */
class InformationComponentTest {
    @ParameterizedTest
    @CsvSource({
        "3,   0.1,  2.544,  0.494, 3.738",
        "5,   1,    1.874,  0.347, 2.869",
        "10,  5,    0.933, -0.097, 1.689",
        "18,  2.1,  2.831,  2.088, 3.420",
        "100, 50,   0.993,  0.696, 1.262"
    })
    void shouldComeCloseToTheExactLimits(long observed, double expected, double ic, double lower, double upper) {
        InformationComponent component = InformationComponent.of(observed, expected);

        assertThat(component.ic()).isCloseTo(ic, within(0.001));
        assertThat(component.lower()).isCloseTo(lower, within(0.06));
        assertThat(component.upper()).isCloseTo(upper, within(0.06));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void shouldCallNothingARiserThatOccursLessThanThreeTimes(long observed) {
        assertThat(InformationComponent.of(observed, 0).lower()).isNegative();
    }

    @Test
    void shouldBeZeroForWhatIsAsExpectedAndSurerTheMoreThereIs() {
        assertThat(InformationComponent.of(7, 7).ic()).isZero();
        assertThat(InformationComponent.of(200, 100).lower())
                .isGreaterThan(InformationComponent.of(20, 10).lower());
        assertThat(InformationComponent.of(20, 100).upper()).isNegative();
    }
}
