package reelskill.studio.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import reelskill.studio.plan.EditOperation;

/** An operation as a tool call: {@code RemoveRange[in=0]} is {@code remove_range {"in": "0"}}. */
record OperationJson(EditOperation operation) {
    String name() {
        return snakeCase(operation.getClass().getSimpleName());
    }

    ObjectNode arguments() {
        ObjectNode arguments = Exchange.JSON.createObjectNode();
        RecordComponent[] components = operation.getClass().getRecordComponents();
        if (components == null) return arguments;
        for (RecordComponent component : components) {
            arguments.put(snakeCase(component.getName()), String.valueOf(value(component)));
        }
        return arguments;
    }

    private Object value(RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(operation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be read", e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
