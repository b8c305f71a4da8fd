/**
 * The workflow over the protocol: upload, turn, verification, receipt, export, and what is remembered on disk so that
 * nothing paid for or promised is lost. Knows no host and no studio.
 */
@NullMarked
package reelskill.session;

import org.jspecify.annotations.NullMarked;
