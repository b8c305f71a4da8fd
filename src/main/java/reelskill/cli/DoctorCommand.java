package reelskill.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reelskill.language.Language;

/** Says what works here, what does not, and how to mend it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks Java, ffmpeg, folders, network, token and hosts, and says how to mend what is wrong.")
final class DoctorCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--json", description = "Answer with one JSON object on standard output.")
    private boolean json;

    @Option(names = "--offline", description = "Leave the network alone.")
    private boolean offline;

    DoctorCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        desk.answerInJson(json);
        Language language = desk.settings().language();
        desk.speak(language);
        List<Finding> findings = new ArrayList<>(new MachineChecks(desk, language).all());
        findings.addAll(new ReachChecks(desk, language, offline).all());
        findings.addAll(new HostChecks(desk, language).all());
        Report report = desk.report();
        findings.forEach(finding -> report.line(finding.line()));
        boolean sick = findings.stream().anyMatch(finding -> finding.state() == Finding.State.PROBLEM);
        report.line(
                sick
                        ? language.pick("Something is broken; the arrows say how to mend it.", "存在问题；箭头后为解决方法。")
                        : language.pick("All that is needed works.", "所需功能均正常。"));
        report.field("healthy", JsonNodeFactory.instance.booleanNode(!sick))
                .field("findings", json(findings))
                .end();
        return (sick ? ExitCode.SETUP : ExitCode.OK).value;
    }

    private static ArrayNode json(List<Finding> findings) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : findings) {
            all.addObject()
                    .put("check", finding.name())
                    .put("state", finding.state().name().toLowerCase(Locale.ROOT))
                    .put("says", finding.sentence())
                    .put("mend", finding.mend());
        }
        return all;
    }
}
