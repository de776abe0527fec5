package openkitchen.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.bridge.TrelloImport;
import openkitchen.problem.Fault;
import openkitchen.problem.Outage;
import openkitchen.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers every failure under {@code /api/}, the framework's own too, with a problem. What broke inside is only logged. */
@Component
class Refusals implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Troubles troubles;
    private final long uploadLimit;

    Refusals(Troubles troubles, @Value("${openkitchen.upload-limit:100MB}") DataSize uploadLimit) {
        this.troubles = troubles;
        this.uploadLimit = uploadLimit.toBytes();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith("/api/")) {
            return null;
        }
        try {
            answer(request, response, failure);
        } catch (IOException gone) {
            LOG.debug("nobody waits for the answer any more", gone);
        }
        return new ModelAndView();
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        switch (failure) {
            case Problem problem -> troubles.send(request, response, problem);
            case Refused refused -> troubles.send(request, response, refused);
            case HttpMessageNotReadableException unread -> troubles.send(request, response, Unreadable.of(unread));
            case MethodArgumentTypeMismatchException wrong -> wrongType(request, response, wrong);
            case TypeMismatchException wrong ->
                troubles.send(request, response, Refused.field(400, "", "error.bad_request"));
            case MissingServletRequestParameterException missing ->
                troubles.send(request, response, missing("api.parameter", missing.getParameterName()));
            case MissingServletRequestPartException missing ->
                troubles.send(request, response, missing("api.part", missing.getRequestPartName()));
            case MaxUploadSizeExceededException large
            when request.getRequestURI().equals(ImportsResource.TRELLO) ->
                troubles.send(
                        request,
                        response,
                        Refused.field(
                                413,
                                new Fault(
                                        "file",
                                        "trello.refusal.too-large",
                                        Map.of("megabytes", TrelloImport.MEGABYTES))));
            case MaxUploadSizeExceededException large ->
                troubles.send(request, response, Refused.tooLarge(uploadLimit));
            case MultipartException broken -> troubles.send(request, response, Refused.multipart());
            case HttpRequestMethodNotSupportedException method -> wrongMethod(request, response, method);
            case HttpMediaTypeNotSupportedException type ->
                troubles.send(
                        request,
                        response,
                        new Refused(
                                415,
                                "media-type",
                                "api.media_type",
                                Map.of("types", types(type.getSupportedMediaTypes()))));
            case HttpMediaTypeNotAcceptableException type ->
                troubles.send(
                        request,
                        response,
                        new Refused(
                                406,
                                "not-acceptable",
                                "api.not_acceptable",
                                Map.of("types", types(type.getSupportedMediaTypes()))));
            case ErrorResponse known
            when known.getStatusCode().is4xxClientError() ->
                troubles.send(request, response, known.getStatusCode().value());
            default -> broken(request, response, failure);
        }
    }

    private static Refused missing(String key, String name) {
        return Refused.field(400, new Fault(name, key, Map.of("name", name)));
    }

    /** What is no number in the path names nothing; elsewhere it is a wrong input. */
    private void wrongType(
            HttpServletRequest request, HttpServletResponse response, MethodArgumentTypeMismatchException wrong)
            throws IOException {
        if (wrong.getParameter().hasParameterAnnotation(PathVariable.class)) {
            troubles.send(request, response, 404);
            return;
        }
        Class<?> type = wrong.getParameter().nestedIfOptional().getNestedParameterType();
        String kind = type == Boolean.class || type == boolean.class ? "yes_no" : "number";
        troubles.send(
                request, response, Refused.field(400, new Fault(wrong.getName(), "api.type", Map.of("type", kind))));
    }

    private void wrongMethod(
            HttpServletRequest request, HttpServletResponse response, HttpRequestMethodNotSupportedException method)
            throws IOException {
        Set<HttpMethod> supported = method.getSupportedHttpMethods();
        String allowed = supported == null
                ? ""
                : supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        if (!allowed.isEmpty()) {
            response.setHeader(HttpHeaders.ALLOW, allowed);
        }
        troubles.send(
                request,
                response,
                new Refused(
                        405,
                        "method",
                        allowed.isEmpty() ? "api.method" : "api.method.allowed",
                        Map.of("method", method.getMethod(), "allowed", allowed)));
    }

    private static String types(java.util.List<MediaType> types) {
        return types.stream()
                .filter(type -> type.isConcrete() && !type.getSubtype().contains("problem"))
                .map(MediaType::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void broken(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        Optional<Outage> outage = Outage.behind(failure);
        if (outage.isPresent()) {
            LOG.warn(
                    "{} {}: {} ({})", request.getMethod(), request.getRequestURI(), outage.get(), failure.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            troubles.send(request, response, outage.get().status());
            return;
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            LOG.warn("{} {} failed: {}", request.getMethod(), request.getRequestURI(), failure.toString());
        } else {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        troubles.send(request, response, 500);
    }
}
