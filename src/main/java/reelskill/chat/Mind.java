package reelskill.chat;

/** Who understands what is said and calls the tools for it. */
interface Mind {
    /**
     * Does what a message asks for, and shows what came of it.
     *
     * @throws reelskill.tools.ToolException if it could not be done
     */
    void hear(Typed message);
}
