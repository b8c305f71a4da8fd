package reelskill;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rule: a package sees what its line names, and a line names only lines above it. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("reelskill");

    /** Package: the packages of ours that it may see; then third parties. Adding a word is a design decision. */
    private static final List<Line> HOUSE = List.of(
            line("language", "", ""),
            line("file", "", ""),
            line("net", "", ""),
            line("parts", "file", ""),
            line("install", "language file", "com.fasterxml.jackson"),
            line("media", "", ""),
            line("skill", "language", "org.yaml.snakeyaml"),
            line("draft", "language media", "com.fasterxml.jackson"),
            line("turn", "", "com.fasterxml.jackson"),
            line("nemo", "language file net media skill turn", "okhttp3 okio kotlin com.fasterxml.jackson"),
            line("gui", "skill", ""),
            line("route", "skill", "ai.onnxruntime com.fasterxml.jackson"),
            line("session", "language file media skill draft nemo turn gui route", "com.fasterxml.jackson"),
            line("studio.timeline", "language media", "com.fasterxml.jackson"),
            line("studio.transcript", "media", ""),
            line("studio.music", "studio.timeline", ""),
            line("studio.plan", "language media studio.timeline studio.transcript", ""),
            line("studio.ffmpeg", "language file media", "com.fasterxml.jackson"),
            line("studio.matte", "language media studio.ffmpeg", "ai.onnxruntime"),
            line("studio.steady", "media studio.ffmpeg", ""),
            line("studio.speech", "language media studio.transcript", "ai.onnxruntime org.tukaani.xz"),
            line(
                    "studio.analysis",
                    "language file media studio.timeline studio.transcript studio.plan studio.ffmpeg studio.matte studio.speech",
                    "com.fasterxml.jackson"),
            line(
                    "studio.render",
                    "language file media studio.timeline studio.ffmpeg studio.matte studio.steady studio.analysis",
                    "org.tukaani.xz"),
            line(
                    "studio.check",
                    "language media studio.timeline studio.plan studio.ffmpeg studio.analysis studio.render",
                    "com.fasterxml.jackson"),
            line("studio.handoff", "language media studio.timeline", "com.fasterxml.jackson org.w3c.dom"),
            line("studio.store", "language file media", "org.jdbi org.flywaydb com.fasterxml.jackson"),
            line(
                    "studio.server",
                    "language net media draft studio.timeline studio.music studio.transcript studio.plan studio.ffmpeg studio.matte studio.speech"
                            + " studio.analysis studio.render studio.check studio.handoff studio.store",
                    "org.eclipse.jetty okhttp3 com.fasterxml.jackson"),
            line("tools", "language net media draft nemo skill session", "dev.langchain4j com.fasterxml.jackson"),
            line("chat", "language file media route skill tools", "org.jline dev.langchain4j com.fasterxml.jackson"),
            line("host", "language", "com.fasterxml.jackson org.eclipse.jetty"),
            line(
                    "cli",
                    "language parts install media skill draft nemo route session tools studio.plan studio.ffmpeg studio.matte studio.check studio.store studio.server chat host",
                    "picocli com.fasterxml.jackson"));

    static Stream<Line> house() {
        return HOUSE.stream();
    }

    @ParameterizedTest
    @MethodSource("house")
    void packageSeesOnlyWhatItsLineNames(Line line) {
        classes()
                .that()
                .resideInAPackage("reelskill." + line.name())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(line.allowed()).or(describe("arrays", JavaClass::isArray)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void lineNamesOnlyLinesAboveIt() {
        for (int i = 0; i < HOUSE.size(); i++) {
            List<String> above = HOUSE.subList(0, i).stream().map(Line::name).toList();
            assertThat(above).as(HOUSE.get(i).name()).containsAll(HOUSE.get(i).sees());
        }
    }

    @Test
    void everyPackageHasALine() {
        List<String> named =
                HOUSE.stream().map(line -> "reelskill." + line.name()).toList();
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct()).isSubsetOf(named);
    }

    @Test
    void onlyCliTouchesTheStandardStreamsAndExits() {
        noClasses()
                .that()
                .resideOutsideOfPackage("reelskill.cli")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(CLASSES);
    }

    private static Line line(String name, String sees, String libraries) {
        return new Line(name, words(sees), words(libraries));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    record Line(String name, List<String> sees, List<String> libraries) {
        String[] allowed() {
            Stream<String> ours = Stream.concat(Stream.of(name), sees.stream()).map(seen -> "reelskill." + seen);
            Stream<String> theirs = libraries.stream().map(library -> library + "..");
            Stream<String> everywhere = Stream.of("", "java..", "javax..", "org.slf4j..", "org.jspecify..");
            return Stream.of(ours, theirs, everywhere).flatMap(all -> all).toArray(String[]::new);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
