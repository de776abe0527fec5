package openkitchen.api;

import java.util.List;
import openkitchen.people.ApiTokens;
import openkitchen.project.Projects;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The door to {@code /api/}: tokens only, no cookies, no sessions. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:api.properties")
class ApiDoor implements WebMvcConfigurer {

    private final Projects projects;
    private final JsonMapper json;

    ApiDoor(Projects projects, JsonMapper json) {
        this.projects = projects;
        this.json = json;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Askings(projects, json));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Scopes()).addPathPatterns("/api/**");
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new Bodies(json));
        converters.configureMessageConvertersList( // JSON only, whatever else may be found in the house
                all -> all.removeIf(one -> one.getSupportedMediaTypes().stream()
                        .anyMatch(MediaType.APPLICATION_XML::equalsTypeAndSubtype)));
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            ApiTokens tokens,
            IdempotencyKeys keys,
            PlatformTransactionManager transactions,
            Troubles troubles)
            throws Exception {
        Bearers bearers = new Bearers(tokens, troubles);
        OnceOnly onceOnly = new OnceOnly(keys, new TransactionTemplate(transactions), troubles);
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/tokens")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/openapi.json")
                        .permitAll()
                        .requestMatchers("/api/v1/openapi.json.yaml") // springdoc's other form of the document
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusing -> refusing.authenticationEntryPoint(bearers)
                        .accessDeniedHandler((request, response, denied) -> troubles.send(request, response, 404)))
                .addFilterAfter(bearers, SecurityContextHolderFilter.class)
                .addFilterAfter(onceOnly, AuthorizationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .addHeaderWriter((request, response) -> {
                            if (!response.containsHeader("Cache-Control")) {
                                response.setHeader("Cache-Control", "private, no-cache");
                            }
                        })
                        .addHeaderWriter(new StaticHeadersWriter(
                                "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")))
                .build();
    }

    @Bean
    FilterRegistrationBean<Threshold> apiThreshold(Troubles troubles, Refusals refusals) {
        FilterRegistrationBean<Threshold> threshold = new FilterRegistrationBean<>(new Threshold(troubles, refusals));
        threshold.addUrlPatterns("/api/*");
        threshold.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return threshold;
    }
}
