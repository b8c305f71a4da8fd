package reelskill.nemo;

/** Whose move it is after a refusal. */
public enum Remedy {
    /** The client gets a new anonymous token once; a token given by the user is the user's to replace. */
    SIGN_IN_AGAIN,
    NEW_SESSION,
    /** Only the user can go on: register, top up, upgrade. */
    ASK_USER,
    /** Another file or another request is needed. */
    CHANGE_INPUT,
    WAIT,
    /** The client takes a new id and asks once more. */
    NEW_ID,
    REPORT
}
