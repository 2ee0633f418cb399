package org.wirestream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The doors between the rooms. */
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.wirestream");

    private static final String[] CORE = {
        "org.wirestream",
        "..wirestream.wire..",
        "..wirestream.text..",
        "..wirestream.encoder..",
        "..wirestream.sequence..",
        "..wirestream.entity..",
        "..wirestream.time..",
        "..wirestream.subject..",
        "..wirestream.document..",
        "..wirestream.ninjs..",
        "..wirestream.newsml..",
        "..wirestream.counts..",
        "..wirestream.calendar..",
        "..wirestream.gazetteer.."
    };

    @Test
    void shouldKeepKafkaOutOfTheCore() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "kafka..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepTheCoreFreeOfOuterRooms() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..wirestream.stream..", "..wirestream.broker..", "..wirestream.topics..", "..wirestream.cli..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepLinguisticsOutOfTheStream() {
        noClasses()
                .that()
                .resideInAPackage("..wirestream.stream..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.hankcs..",
                        "com.mayabot..",
                        "..wirestream.text..",
                        "..wirestream.entity..",
                        "..wirestream.time..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepBrokerInternalsInTheBrokerRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..wirestream.broker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepTheHttpServerWhereRequestsAreAnswered() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..wirestream.http..",
                        "..wirestream.dashboard..",
                        "..wirestream.ingest..",
                        "..wirestream.instance..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepMeasuringInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..wirestream.metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(CLASSES);
    }

    @Test
    void shouldLetTheDashboardReadTopicsOnly() {
        noClasses()
                .that()
                .resideInAPackage("..wirestream.dashboard..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka.streams..", "org.apache.kafka.clients.producer..", "java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void shouldLetNothingDependOnCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..wirestream.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..wirestream.cli..")
                .check(CLASSES);
    }

    @Test
    void shouldHaveNoCyclesBetweenRooms() {
        slices().matching("org.wirestream.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
