import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.quicktype.Organization;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** Reads a document with the classes that quicktype generated, and writes it again. */
public final class RoundTrip {
  private RoundTrip() {}

  /** Dates as texts; the module `jackson-datatype-jsr310` does the same, where it is at hand. */
  private static final class Days extends StdScalarDeserializer<LocalDate> {
    Days() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return LocalDate.parse(parser.getText());
    }
  }

  public static void main(String[] arguments) throws Exception {
    var days = new SimpleModule();
    days.addSerializer(LocalDate.class, ToStringSerializer.instance);
    days.addDeserializer(LocalDate.class, new Days());
    var mapper =
        new ObjectMapper()
            .registerModule(days)
            // absent is absent, never null
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    var organization = mapper.readValue(Path.of(arguments[0]).toFile(), Organization.class);
    if (organization.getPositions().isEmpty() || organization.getDescriptions().isEmpty()) {
      throw new IllegalStateException("the document does not show everything");
    }
    mapper.writeValue(Path.of(arguments[1]).toFile(), organization);
  }
}
