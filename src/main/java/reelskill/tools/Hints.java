package reelskill.tools;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a host may assume of a tool before it calls it: the annotations of MCP, which LangChain4j has no words for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Hints {
    /** The name that a person reads. */
    String title();

    /** Changes nothing, here or at the backend. */
    boolean readOnly() default false;

    /** May end or replace something that cannot be brought back. */
    boolean destructive() default false;

    /** A second call with the same arguments does nothing more. */
    boolean idempotent() default false;

    /** May reach a service on the internet. */
    boolean openWorld() default true;
}
