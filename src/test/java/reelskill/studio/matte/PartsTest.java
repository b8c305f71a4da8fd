package reelskill.studio.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import reelskill.language.Language;
import reelskill.media.Resolution;

/** The parts a matte and a composite are made of, on pictures whose answer is known. */
class PartsTest {
    private static final Resolution SIZE = new Resolution(640, 360);
    private static final Resolution ODD = new Resolution(101, 77);

    @Test
    void damagedNetworkIsRefusedWithAReason() {
        assertThatThrownBy(() -> Model.PORTRAIT.check(new byte[] {1, 2, 3}))
                .isInstanceOfSatisfying(MatteException.class, e -> assertThat(e.sentence(Language.ENGLISH))
                        .contains("damaged")
                        .contains("Install"));
    }

    @Test
    void shippedNetworksAreTheOnesThatWereChecked() {
        for (Model model : Model.values()) assertThat(model.bytes()).hasSizeGreaterThan(200_000);
    }

    @Test
    void everyRoomIsThereAndSmall() throws IOException {
        for (BuiltInRoom room : BuiltInRoom.values()) {
            assertThat(BuiltInRoom.class.getResourceAsStream(room.resource()).readAllBytes())
                    .as(room.name())
                    .hasSizeBetween(30_000, 600_000);
        }
    }

    @Test
    void faintSpecksGoAndWhateverIsSureOrHangsTogetherStays() {
        int[][] parts = {
            {60, 40, 200, 200, 255}, {300, 20, 305, 25, 120}, {320, 20, 325, 25, 200}, {200, 60, 260, 62, 40}
        };
        Matte seen = matte(SIZE, (x, y) -> {
            int value = 0;
            for (int[] part : parts)
                if (x >= part[0] && y >= part[1] && x < part[2] && y < part[3]) value = Math.max(value, part[4]);
            return value;
        });
        Matte mended = Specks.removed(seen);
        assertThat(seen.at(302.5f, 22.5f)).as("a faint speck before").isEqualTo(120);
        assertThat(mended.at(302.5f, 22.5f)).as("a faint speck").isZero();
        assertThat(mended.at(322.5f, 22.5f)).as("a small sure part").isEqualTo(200);
        assertThat(mended.at(250.5f, 61f)).as("a strand at the person").isEqualTo(40);
        assertThat(mended.at(100, 100)).isEqualTo(255);
    }

    @Test
    void personWhomThePictureCutsOffReachesItsEdge() {
        YuvPicture picture = new YuvPicture(SIZE);
        Matte doubted = matte(SIZE, (x, y) -> x > 100 && x < 200 && y < SIZE.height() - 2 ? 255 : 0);
        Matte mended = Borders.mended(doubted, picture);
        assertThat(doubted.at(150, SIZE.height() - 0.5f)).isZero();
        assertThat(mended.at(150, SIZE.height() - 0.5f)).isEqualTo(255);
        assertThat(mended.at(300, SIZE.height() - 0.5f)).isZero();
        YuvPicture larger = new YuvPicture(new Resolution(SIZE.width(), SIZE.height() + 40));
        assertThat(Borders.mended(doubted, larger).at(150, SIZE.height() - 0.5f))
                .as("the region ends inside the picture")
                .isZero();
    }

    @Test
    void flowFindsHowFarAPictureMoved() {
        Pyramid here = new Pyramid(Half.of(texture(SIZE, 0, 0)));
        Pyramid there = new Pyramid(Half.of(texture(SIZE, 9, -5)));
        Matte everywhere = matte(SIZE, (x, y) -> x % 40 < 20 ? 255 : 0);
        OpticalFlow flow = new OpticalFlow(here, there);
        OpticalFlow.Field coarse = flow.coarse();
        MatteMotion.Known known = new MatteMotion.Known(here, everywhere);
        OpticalFlow.Field field = flow.fine(coarse, new EdgeArea(known, coarse, known, coarse));
        int middle = field.height() / 2 * field.width() + field.width() / 2;
        assertThat(field.x()[middle] * here.factor()).isCloseTo(9, within(0.6f));
        assertThat(field.y()[middle] * here.factor()).isCloseTo(-5, within(0.6f));
    }

    @Test
    void matteBetweenTwoFollowsTheMotion() {
        Pyramid first = new Pyramid(Half.of(disc(SIZE, 200)));
        Pyramid second = new Pyramid(Half.of(disc(SIZE, 212)));
        Pyramid third = new Pyramid(Half.of(disc(SIZE, 224)));
        Matte made = new MatteMotion(
                        second,
                        new MatteMotion.Neighbour(new MatteMotion.Known(first, discMatte(200)), 1),
                        new MatteMotion.Neighbour(new MatteMotion.Known(third, discMatte(224)), 1))
                .matte();
        assertThat(difference(made, discMatte(212))).isLessThan(0.5 * difference(discMatte(200), discMatte(212)));
    }

    @Test
    void resizingKeepsTheMeanOfAllPixels() {
        byte[] source = new byte[90];
        for (int i = 0; i < source.length; i++) source[i] = (byte) (i * 2);
        float[] target = new float[30];
        new Resampler(0, 90, 90, 30).plane(source, 0, 90, new Resampler(0, 1, 1, 1), target);
        assertThat(target[0]).isCloseTo(2, within(1e-4f));
        assertThat(target[29]).isCloseTo(176, within(1e-3f));
    }

    @Test
    void compositeTakesBothSidesAsTheyAre() {
        YuvPicture picture = filled(ODD, 200, 90, 140);
        YuvPicture background = filled(ODD, 50, 128, 128);
        Compositor.compose(Half.of(picture), matte(ODD, (x, y) -> x < 50 ? 255 : 0), background);
        assertThat(luma(picture, 10, 40)).isEqualTo(200);
        assertThat(luma(picture, 90, 76)).isEqualTo(50);
        assertThat(picture.data()[picture.data().length - 1]).isEqualTo((byte) 128);
    }

    @Test
    void oldBackgroundDoesNotShineThroughTheEdge() {
        YuvPicture picture = new YuvPicture(SIZE);
        Matte ramp = matte(SIZE, (x, y) -> Math.max(0, Math.min(255, (340 - x) * 255 / 40)));
        MatteRows rows = new MatteRows(ramp);
        int[] row = new int[SIZE.width()];
        picture.fill(0, 128, 128);
        for (int y = 0; y < SIZE.height(); y++) {
            rows.row(y, 0, row.length, row);
            for (int x = 0; x < SIZE.width(); x++)
                picture.data()[y * SIZE.width() + x] = (byte) ((60 * row[x] + 230 * (255 - row[x])) / 255);
        }
        Compositor.compose(Half.of(picture), ramp, filled(SIZE, 60, 128, 128));
        for (int x = 300; x < 340; x++) assertThat(luma(picture, x, 180)).isLessThan(90);
    }

    @Test
    void blurredRoomHasNothingOfThePerson() {
        YuvPicture picture = filled(SIZE, 120, 128, 128);
        Matte person = matte(SIZE, (x, y) -> x > 200 && x < 400 ? 255 : 0);
        for (int y = 0; y < SIZE.height(); y++)
            Arrays.fill(picture.data(), y * SIZE.width() + 201, y * SIZE.width() + 400, (byte) 235);
        YuvPicture blurred = new YuvPicture(SIZE);
        RoomBlur.STRONG.apply(Half.of(picture), person, blurred);
        for (int x = 0; x < SIZE.width(); x += 7)
            assertThat(luma(blurred, x, 180)).isBetween(118, 122);
    }

    @Test
    void partThatNoPersonTouchesIsDropped() {
        Matte two = matte(SIZE, (x, y) -> (x > 50 && x < 150) || (x > 400 && x < 500) ? 255 : 0);
        Matte people = matte(SIZE, (x, y) -> x > 60 && x < 120 ? 255 : 0);
        Matte kept = new Tiles(two, 20).keptWhere(people, 128);
        assertThat(kept.at(100, 100)).isEqualTo(255);
        assertThat(kept.at(450, 100)).isZero();
    }

    @Test
    void dimPictureComesToTheNetworksLit() {
        float enough = brightestForNetwork(120);
        assertThat(brightestForNetwork(40)).as("a third of the light").isCloseTo(enough, within(0.03f));
        assertThat(brightestForNetwork(219)).as("more than enough").isGreaterThan(1.7f * enough);
    }

    /** Of a slope from black on the left to a luma above black on the right. */
    private static float brightestForNetwork(int most) {
        YuvPicture slope = filled(SIZE, 0, 128, 128);
        for (int i = 0; i < SIZE.width() * SIZE.height(); i++)
            slope.data()[i] = (byte) (16 + Math.round((float) most * (i % SIZE.width()) / SIZE.width()));
        Region whole = new Region(0, 0, SIZE.width(), SIZE.height());
        return ModelInput.of(Half.of(slope), YuvMatrix.BT709, whole, SIZE.width(), SIZE.height(), 1 / 255f, 0)[639];
    }

    @Test
    void greyOfBothMatricesHasNoColour() {
        for (YuvMatrix matrix : YuvMatrix.values()) {
            assertThat(matrix.luma(255, 255, 255)).isCloseTo(235, within(1e-9));
            assertThat(matrix.blueness(80, 80, 80)).isCloseTo(128, within(1e-9));
            assertThat(matrix.redness(255, 0, 0)).isCloseTo(240, within(1e-9));
        }
    }

    private interface Values {
        int at(int x, int y);
    }

    private static Matte matte(Resolution size, Values values) {
        byte[] alpha = new byte[size.width() * size.height()];
        for (int i = 0; i < alpha.length; i++) alpha[i] = (byte) values.at(i % size.width(), i / size.width());
        return new Matte(new Region(0, 0, size.width(), size.height()), size.width(), size.height(), alpha);
    }

    private static Matte discMatte(int middle) {
        return matte(SIZE, (x, y) -> Math.hypot(x - middle, y - 180) < 80 ? 255 : 0);
    }

    private static double difference(Matte one, Matte other) {
        double sum = 0;
        for (int i = 0; i < one.alpha().length; i++) sum += Math.abs((one.alpha()[i] & 255) - (other.alpha()[i] & 255));
        return sum;
    }

    private static YuvPicture texture(Resolution size, int dx, int dy) {
        YuvPicture picture = filled(size, 0, 128, 128);
        for (int i = 0; i < size.width() * size.height(); i++) {
            int x = i % size.width() - dx;
            int y = i / size.width() - dy;
            double value = 128
                    + 40 * Math.sin(x / 17.0 + y / 31.0)
                    + 40 * Math.sin(y / 13.0 - x / 41.0)
                    + 20 * Math.sin(x / 7.0);
            picture.data()[i] = (byte) (int) value;
        }
        return picture;
    }

    private static YuvPicture disc(Resolution size, int middle) {
        YuvPicture picture = texture(size, 0, 0);
        YuvPicture moved = texture(size, middle * 2 % 97 + middle, 11);
        YuvPicture other = texture(size, 31 + middle, 11);
        for (int i = 0; i < size.width() * size.height(); i++) {
            boolean inside = Math.hypot(i % size.width() - middle, i / size.width() - 180) < 80;
            if (inside) picture.data()[i] = (byte) ((other.data()[i] & 255) / 2 + (moved.data()[i] & 1));
        }
        return picture;
    }

    private static YuvPicture filled(Resolution size, int y, int u, int v) {
        YuvPicture picture = new YuvPicture(size);
        picture.fill(y, u, v);
        return picture;
    }

    private static int luma(YuvPicture picture, int x, int y) {
        return picture.data()[y * picture.width() + x] & 255;
    }
}
