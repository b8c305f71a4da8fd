package reelskill.studio.server;

import java.nio.file.Path;

/** A studio in a process of its own: prints its address and the milliseconds that opening took; ends with its input. */
final class StudioProcess {
    private StudioProcess() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        try (Studio studio = Studio.open(StudioSettings.of(Path.of(arguments[0]), Path.of(arguments[1])))) {
            System.out.println(studio.baseUrl() + " " + (System.nanoTime() - start) / 1_000_000);
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
