package org.wirestream.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirestream.document.EntityType;

/** Given overlapping proposals, expect these. */
class ResolverTest {
    private static Proposal proposal(int begin, int end, int priority) {
        return new Proposal(begin, end, EntityType.ORG, "test", priority);
    }

    @Test
    void shouldBelieveTheHigherPriority() {
        Proposal lower = proposal(0, 9, 1);
        Proposal higher = proposal(8, 10, 2);
        assertThat(Resolver.resolve(List.of(lower, higher))).containsExactly(higher);
    }

    @Test
    void shouldPreferTheLongerOfEqualPriority() {
        Proposal shorter = proposal(0, 4, 1);
        Proposal longer = proposal(3, 8, 1);
        assertThat(Resolver.resolve(List.of(shorter, longer))).containsExactly(longer);
    }

    @Test
    void shouldPreferTheEarlierOfEqualLength() {
        Proposal later = proposal(3, 7, 1);
        Proposal earlier = proposal(0, 4, 1);
        assertThat(Resolver.resolve(List.of(later, earlier))).containsExactly(earlier);
    }

    @Test
    void shouldKeepNamesThatOnlyTouchInTextOrder() {
        Proposal first = proposal(0, 3, 1);
        Proposal second = proposal(3, 5, 3);
        Proposal third = proposal(5, 8, 2);
        assertThat(Resolver.resolve(List.of(third, second, first))).containsExactly(first, second, third);
    }

    @Test
    void shouldMarkNothingOfNoLength() {
        assertThat(Resolver.resolve(List.of(proposal(2, 2, 9)))).isEmpty();
    }
}
