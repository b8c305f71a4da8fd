package reelskill.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Tells the internet from networks of somebody's own: an address that a text names must not make this machine ask itself
 * or its neighbours. The ranges are IANA's special-purpose registries for IPv4 and IPv6.
 */
public final class PublicAddress {
    private PublicAddress() {}

    /** Returns whether the address is reached through the internet: on no machine, network or carrier of its own. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes[2] & 0xFF;
        boolean own = first == 0 || first == 10 || first == 127 || first >= 224;
        boolean home = (first == 172 && second >> 4 == 1)
                || (first == 192 && second == 168)
                || (first == 169 && second == 254);
        boolean carrier = first == 100 && second >> 6 == 1;
        boolean bench = first == 198 && second >> 1 == 9;
        boolean documentation = (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113)
                || (first == 192 && second == 0 && third == 2);
        boolean assigned = (first == 192 && second == 0 && third == 0) || (first == 192 && second == 88 && third == 99);
        return !own && !home && !carrier && !bench && !documentation && !assigned;
    }

    /** Global unicast only, without the ranges that lead to an IPv4 address by a detour; a translated one is looked into. */
    private static boolean isPublic6(byte[] bytes) {
        int head = pair(bytes, 0);
        int next = pair(bytes, 2);
        if (head == 0x64 && next == 0xFF9B && isZero(bytes, 4, 12)) {
            return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        boolean detour = head == 0x2002 || (head == 0x2001 && (next == 0 || next == 0xDB8));
        return head >> 13 == 1 && !detour;
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) if (bytes[i] != 0) return false;
        return true;
    }
}
