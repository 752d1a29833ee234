// Made from docs/reference/openapi/user.json by test/api/openapi.sh --write.
export interface paths {
  "/": {
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/accounts": {
    /** Erased ones are nameless: <id>@erased.invalid. */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.accounts.id"];
          email?: parameters["rowFilter.accounts.email"];
          full_name?: parameters["rowFilter.accounts.full_name"];
          phone?: parameters["rowFilter.accounts.phone"];
          location?: parameters["rowFilter.accounts.location"];
          is_verified?: parameters["rowFilter.accounts.is_verified"];
          roles?: parameters["rowFilter.accounts.roles"];
          organizations?: parameters["rowFilter.accounts.organizations"];
          created_at?: parameters["rowFilter.accounts.created_at"];
          last_login_at?: parameters["rowFilter.accounts.last_login_at"];
          is_active?: parameters["rowFilter.accounts.is_active"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["accounts"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** Erased ones are nameless: <id>@erased.invalid. */
    post: {
      parameters: {
        body: {
          /** accounts */
          accounts?: definitions["accounts"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** Erased ones are nameless: <id>@erased.invalid. */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.accounts.id"];
          email?: parameters["rowFilter.accounts.email"];
          full_name?: parameters["rowFilter.accounts.full_name"];
          phone?: parameters["rowFilter.accounts.phone"];
          location?: parameters["rowFilter.accounts.location"];
          is_verified?: parameters["rowFilter.accounts.is_verified"];
          roles?: parameters["rowFilter.accounts.roles"];
          organizations?: parameters["rowFilter.accounts.organizations"];
          created_at?: parameters["rowFilter.accounts.created_at"];
          last_login_at?: parameters["rowFilter.accounts.last_login_at"];
          is_active?: parameters["rowFilter.accounts.is_active"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** Erased ones are nameless: <id>@erased.invalid. */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.accounts.id"];
          email?: parameters["rowFilter.accounts.email"];
          full_name?: parameters["rowFilter.accounts.full_name"];
          phone?: parameters["rowFilter.accounts.phone"];
          location?: parameters["rowFilter.accounts.location"];
          is_verified?: parameters["rowFilter.accounts.is_verified"];
          roles?: parameters["rowFilter.accounts.roles"];
          organizations?: parameters["rowFilter.accounts.organizations"];
          created_at?: parameters["rowFilter.accounts.created_at"];
          last_login_at?: parameters["rowFilter.accounts.last_login_at"];
          is_active?: parameters["rowFilter.accounts.is_active"];
        };
        body: {
          /** accounts */
          accounts?: definitions["accounts"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/anomalies": {
    /**
     * For members; acknowledge_anomaly closes one. One is open a model and metric, and a value of a higher severity raises it. severity:
     * low, medium, high, critical.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.anomalies.id"];
          organization_id?: parameters["rowFilter.anomalies.organization_id"];
          model?: parameters["rowFilter.anomalies.model"];
          metric?: parameters["rowFilter.anomalies.metric"];
          at?: parameters["rowFilter.anomalies.at"];
          value?: parameters["rowFilter.anomalies.value"];
          expected?: parameters["rowFilter.anomalies.expected"];
          z?: parameters["rowFilter.anomalies.z"];
          severity?: parameters["rowFilter.anomalies.severity"];
          status?: parameters["rowFilter.anomalies.status"];
          opened_at?: parameters["rowFilter.anomalies.opened_at"];
          acknowledged_at?: parameters["rowFilter.anomalies.acknowledged_at"];
          acknowledged_by?: parameters["rowFilter.anomalies.acknowledged_by"];
          note?: parameters["rowFilter.anomalies.note"];
          acknowledged_by_name?: parameters["rowFilter.anomalies.acknowledged_by_name"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["anomalies"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members; acknowledge_anomaly closes one. One is open a model and metric, and a value of a higher severity raises it. severity:
     * low, medium, high, critical.
     */
    post: {
      parameters: {
        body: {
          /** anomalies */
          anomalies?: definitions["anomalies"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members; acknowledge_anomaly closes one. One is open a model and metric, and a value of a higher severity raises it. severity:
     * low, medium, high, critical.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.anomalies.id"];
          organization_id?: parameters["rowFilter.anomalies.organization_id"];
          model?: parameters["rowFilter.anomalies.model"];
          metric?: parameters["rowFilter.anomalies.metric"];
          at?: parameters["rowFilter.anomalies.at"];
          value?: parameters["rowFilter.anomalies.value"];
          expected?: parameters["rowFilter.anomalies.expected"];
          z?: parameters["rowFilter.anomalies.z"];
          severity?: parameters["rowFilter.anomalies.severity"];
          status?: parameters["rowFilter.anomalies.status"];
          opened_at?: parameters["rowFilter.anomalies.opened_at"];
          acknowledged_at?: parameters["rowFilter.anomalies.acknowledged_at"];
          acknowledged_by?: parameters["rowFilter.anomalies.acknowledged_by"];
          note?: parameters["rowFilter.anomalies.note"];
          acknowledged_by_name?: parameters["rowFilter.anomalies.acknowledged_by_name"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members; acknowledge_anomaly closes one. One is open a model and metric, and a value of a higher severity raises it. severity:
     * low, medium, high, critical.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.anomalies.id"];
          organization_id?: parameters["rowFilter.anomalies.organization_id"];
          model?: parameters["rowFilter.anomalies.model"];
          metric?: parameters["rowFilter.anomalies.metric"];
          at?: parameters["rowFilter.anomalies.at"];
          value?: parameters["rowFilter.anomalies.value"];
          expected?: parameters["rowFilter.anomalies.expected"];
          z?: parameters["rowFilter.anomalies.z"];
          severity?: parameters["rowFilter.anomalies.severity"];
          status?: parameters["rowFilter.anomalies.status"];
          opened_at?: parameters["rowFilter.anomalies.opened_at"];
          acknowledged_at?: parameters["rowFilter.anomalies.acknowledged_at"];
          acknowledged_by?: parameters["rowFilter.anomalies.acknowledged_by"];
          note?: parameters["rowFilter.anomalies.note"];
          acknowledged_by_name?: parameters["rowFilter.anomalies.acknowledged_by_name"];
        };
        body: {
          /** anomalies */
          anomalies?: definitions["anomalies"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/answers": {
    /** One's own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer. */
    get: {
      parameters: {
        query: {
          person?: parameters["rowFilter.answers.person"];
          display_name?: parameters["rowFilter.answers.display_name"];
          answer?: parameters["rowFilter.answers.answer"];
          answered_at?: parameters["rowFilter.answers.answered_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["answers"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** One's own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer. */
    post: {
      parameters: {
        body: {
          /** answers */
          answers?: definitions["answers"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** One's own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer. */
    delete: {
      parameters: {
        query: {
          person?: parameters["rowFilter.answers.person"];
          display_name?: parameters["rowFilter.answers.display_name"];
          answer?: parameters["rowFilter.answers.answer"];
          answered_at?: parameters["rowFilter.answers.answered_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** One's own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer. */
    patch: {
      parameters: {
        query: {
          person?: parameters["rowFilter.answers.person"];
          display_name?: parameters["rowFilter.answers.display_name"];
          answer?: parameters["rowFilter.answers.answer"];
          answered_at?: parameters["rowFilter.answers.answered_at"];
        };
        body: {
          /** answers */
          answers?: definitions["answers"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/assignments": {
    /**
     * One's own; for clients also their crews', without what people declare. status: active, ended, or declared, which is past experience that
     * a person tells of: POST vessel_name, position, started_on, ended_on; DELETE by id. Errors: 400 an unknown position, an end before the
     * beginning; 403 another's, another status; 413 more than 20.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.assignments.id"];
          person?: parameters["rowFilter.assignments.person"];
          vessel?: parameters["rowFilter.assignments.vessel"];
          vessel_name?: parameters["rowFilter.assignments.vessel_name"];
          position?: parameters["rowFilter.assignments.position"];
          status?: parameters["rowFilter.assignments.status"];
          started_on?: parameters["rowFilter.assignments.started_on"];
          ended_on?: parameters["rowFilter.assignments.ended_on"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["assignments"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own; for clients also their crews', without what people declare. status: active, ended, or declared, which is past experience that
     * a person tells of: POST vessel_name, position, started_on, ended_on; DELETE by id. Errors: 400 an unknown position, an end before the
     * beginning; 403 another's, another status; 413 more than 20.
     */
    post: {
      parameters: {
        body: {
          /** assignments */
          assignments?: definitions["assignments"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own; for clients also their crews', without what people declare. status: active, ended, or declared, which is past experience that
     * a person tells of: POST vessel_name, position, started_on, ended_on; DELETE by id. Errors: 400 an unknown position, an end before the
     * beginning; 403 another's, another status; 413 more than 20.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.assignments.id"];
          person?: parameters["rowFilter.assignments.person"];
          vessel?: parameters["rowFilter.assignments.vessel"];
          vessel_name?: parameters["rowFilter.assignments.vessel_name"];
          position?: parameters["rowFilter.assignments.position"];
          status?: parameters["rowFilter.assignments.status"];
          started_on?: parameters["rowFilter.assignments.started_on"];
          ended_on?: parameters["rowFilter.assignments.ended_on"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own; for clients also their crews', without what people declare. status: active, ended, or declared, which is past experience that
     * a person tells of: POST vessel_name, position, started_on, ended_on; DELETE by id. Errors: 400 an unknown position, an end before the
     * beginning; 403 another's, another status; 413 more than 20.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.assignments.id"];
          person?: parameters["rowFilter.assignments.person"];
          vessel?: parameters["rowFilter.assignments.vessel"];
          vessel_name?: parameters["rowFilter.assignments.vessel_name"];
          position?: parameters["rowFilter.assignments.position"];
          status?: parameters["rowFilter.assignments.status"];
          started_on?: parameters["rowFilter.assignments.started_on"];
          ended_on?: parameters["rowFilter.assignments.ended_on"];
        };
        body: {
          /** assignments */
          assignments?: definitions["assignments"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/audit_events": {
    /** Read it by pages: order=id.desc&id=lt.N. */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.audit_events.id"];
          happened_at?: parameters["rowFilter.audit_events.happened_at"];
          actor_id?: parameters["rowFilter.audit_events.actor_id"];
          action?: parameters["rowFilter.audit_events.action"];
          object?: parameters["rowFilter.audit_events.object"];
          details?: parameters["rowFilter.audit_events.details"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["audit_events"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** Read it by pages: order=id.desc&id=lt.N. */
    post: {
      parameters: {
        body: {
          /** audit_events */
          audit_events?: definitions["audit_events"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** Read it by pages: order=id.desc&id=lt.N. */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.audit_events.id"];
          happened_at?: parameters["rowFilter.audit_events.happened_at"];
          actor_id?: parameters["rowFilter.audit_events.actor_id"];
          action?: parameters["rowFilter.audit_events.action"];
          object?: parameters["rowFilter.audit_events.object"];
          details?: parameters["rowFilter.audit_events.details"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** Read it by pages: order=id.desc&id=lt.N. */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.audit_events.id"];
          happened_at?: parameters["rowFilter.audit_events.happened_at"];
          actor_id?: parameters["rowFilter.audit_events.actor_id"];
          action?: parameters["rowFilter.audit_events.action"];
          object?: parameters["rowFilter.audit_events.object"];
          details?: parameters["rowFilter.audit_events.details"];
        };
        body: {
          /** audit_events */
          audit_events?: definitions["audit_events"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/benchmarks": {
    /** For employers and administrators. polarity: high, low or moderate; null: the trait's own. */
    get: {
      parameters: {
        query: {
          position?: parameters["rowFilter.benchmarks.position"];
          trait?: parameters["rowFilter.benchmarks.trait"];
          benchmark?: parameters["rowFilter.benchmarks.benchmark"];
          polarity?: parameters["rowFilter.benchmarks.polarity"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["benchmarks"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For employers and administrators. polarity: high, low or moderate; null: the trait's own. */
    post: {
      parameters: {
        body: {
          /** benchmarks */
          benchmarks?: definitions["benchmarks"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For employers and administrators. polarity: high, low or moderate; null: the trait's own. */
    delete: {
      parameters: {
        query: {
          position?: parameters["rowFilter.benchmarks.position"];
          trait?: parameters["rowFilter.benchmarks.trait"];
          benchmark?: parameters["rowFilter.benchmarks.benchmark"];
          polarity?: parameters["rowFilter.benchmarks.polarity"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For employers and administrators. polarity: high, low or moderate; null: the trait's own. */
    patch: {
      parameters: {
        query: {
          position?: parameters["rowFilter.benchmarks.position"];
          trait?: parameters["rowFilter.benchmarks.trait"];
          benchmark?: parameters["rowFilter.benchmarks.benchmark"];
          polarity?: parameters["rowFilter.benchmarks.polarity"];
        };
        body: {
          /** benchmarks */
          benchmarks?: definitions["benchmarks"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/blocks": {
    /**
     * One's own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
     * others hold all the same.
     */
    get: {
      parameters: {
        query: {
          person?: parameters["rowFilter.blocks.person"];
          display_name?: parameters["rowFilter.blocks.display_name"];
          blocked_at?: parameters["rowFilter.blocks.blocked_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["blocks"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
     * others hold all the same.
     */
    post: {
      parameters: {
        body: {
          /** blocks */
          blocks?: definitions["blocks"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
     * others hold all the same.
     */
    delete: {
      parameters: {
        query: {
          person?: parameters["rowFilter.blocks.person"];
          display_name?: parameters["rowFilter.blocks.display_name"];
          blocked_at?: parameters["rowFilter.blocks.blocked_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
     * others hold all the same.
     */
    patch: {
      parameters: {
        query: {
          person?: parameters["rowFilter.blocks.person"];
          display_name?: parameters["rowFilter.blocks.display_name"];
          blocked_at?: parameters["rowFilter.blocks.blocked_at"];
        };
        body: {
          /** blocks */
          blocks?: definitions["blocks"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/calibration": {
    /**
     * For administrators and accounts with role researcher (else 403); of people with consent of kind research, under pseudonyms, where there are
     * at least five. Month and model of fewer than five people, or of all but fewer than five, are null.
     */
    get: {
      parameters: {
        query: {
          pseudonym?: parameters["rowFilter.calibration.pseudonym"];
          n?: parameters["rowFilter.calibration.n"];
          loo_rmse?: parameters["rowFilter.calibration.loo_rmse"];
          calibration_complete?: parameters["rowFilter.calibration.calibration_complete"];
          model?: parameters["rowFilter.calibration.model"];
          month?: parameters["rowFilter.calibration.month"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["calibration"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For administrators and accounts with role researcher (else 403); of people with consent of kind research, under pseudonyms, where there are
     * at least five. Month and model of fewer than five people, or of all but fewer than five, are null.
     */
    post: {
      parameters: {
        body: {
          /** calibration */
          calibration?: definitions["calibration"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For administrators and accounts with role researcher (else 403); of people with consent of kind research, under pseudonyms, where there are
     * at least five. Month and model of fewer than five people, or of all but fewer than five, are null.
     */
    delete: {
      parameters: {
        query: {
          pseudonym?: parameters["rowFilter.calibration.pseudonym"];
          n?: parameters["rowFilter.calibration.n"];
          loo_rmse?: parameters["rowFilter.calibration.loo_rmse"];
          calibration_complete?: parameters["rowFilter.calibration.calibration_complete"];
          model?: parameters["rowFilter.calibration.model"];
          month?: parameters["rowFilter.calibration.month"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For administrators and accounts with role researcher (else 403); of people with consent of kind research, under pseudonyms, where there are
     * at least five. Month and model of fewer than five people, or of all but fewer than five, are null.
     */
    patch: {
      parameters: {
        query: {
          pseudonym?: parameters["rowFilter.calibration.pseudonym"];
          n?: parameters["rowFilter.calibration.n"];
          loo_rmse?: parameters["rowFilter.calibration.loo_rmse"];
          calibration_complete?: parameters["rowFilter.calibration.calibration_complete"];
          model?: parameters["rowFilter.calibration.model"];
          month?: parameters["rowFilter.calibration.month"];
        };
        body: {
          /** calibration */
          calibration?: definitions["calibration"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/campaigns": {
    /**
     * For clients, of their employers. POST organization, vessel, position, title, status (draft or open); PATCH vessel and position of a draft,
     * title, status: draft, open, closed and open again, archived. Errors: 400 a step that is none, a vessel that is not the employer's, an
     * unknown position; 403; 429 more than 100 in 30 days.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.campaigns.id"];
          organization?: parameters["rowFilter.campaigns.organization"];
          vessel?: parameters["rowFilter.campaigns.vessel"];
          position?: parameters["rowFilter.campaigns.position"];
          title?: parameters["rowFilter.campaigns.title"];
          /** draft, open, closed, archived. */
          status?: parameters["rowFilter.campaigns.status"];
          created_at?: parameters["rowFilter.campaigns.created_at"];
          vessel_name?: parameters["rowFilter.campaigns.vessel_name"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["campaigns"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For clients, of their employers. POST organization, vessel, position, title, status (draft or open); PATCH vessel and position of a draft,
     * title, status: draft, open, closed and open again, archived. Errors: 400 a step that is none, a vessel that is not the employer's, an
     * unknown position; 403; 429 more than 100 in 30 days.
     */
    post: {
      parameters: {
        body: {
          /** campaigns */
          campaigns?: definitions["campaigns"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For clients, of their employers. POST organization, vessel, position, title, status (draft or open); PATCH vessel and position of a draft,
     * title, status: draft, open, closed and open again, archived. Errors: 400 a step that is none, a vessel that is not the employer's, an
     * unknown position; 403; 429 more than 100 in 30 days.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.campaigns.id"];
          organization?: parameters["rowFilter.campaigns.organization"];
          vessel?: parameters["rowFilter.campaigns.vessel"];
          position?: parameters["rowFilter.campaigns.position"];
          title?: parameters["rowFilter.campaigns.title"];
          /** draft, open, closed, archived. */
          status?: parameters["rowFilter.campaigns.status"];
          created_at?: parameters["rowFilter.campaigns.created_at"];
          vessel_name?: parameters["rowFilter.campaigns.vessel_name"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For clients, of their employers. POST organization, vessel, position, title, status (draft or open); PATCH vessel and position of a draft,
     * title, status: draft, open, closed and open again, archived. Errors: 400 a step that is none, a vessel that is not the employer's, an
     * unknown position; 403; 429 more than 100 in 30 days.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.campaigns.id"];
          organization?: parameters["rowFilter.campaigns.organization"];
          vessel?: parameters["rowFilter.campaigns.vessel"];
          position?: parameters["rowFilter.campaigns.position"];
          title?: parameters["rowFilter.campaigns.title"];
          /** draft, open, closed, archived. */
          status?: parameters["rowFilter.campaigns.status"];
          created_at?: parameters["rowFilter.campaigns.created_at"];
          vessel_name?: parameters["rowFilter.campaigns.vessel_name"];
        };
        body: {
          /** campaigns */
          campaigns?: definitions["campaigns"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/consents": {
    /** One's own. kind: visual, personality, genetic or research; live is what is not withdrawn. */
    get: {
      parameters: {
        query: {
          kind?: parameters["rowFilter.consents.kind"];
          purpose?: parameters["rowFilter.consents.purpose"];
          text_version?: parameters["rowFilter.consents.text_version"];
          given_at?: parameters["rowFilter.consents.given_at"];
          withdrawn_at?: parameters["rowFilter.consents.withdrawn_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["consents"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** One's own. kind: visual, personality, genetic or research; live is what is not withdrawn. */
    post: {
      parameters: {
        body: {
          /** consents */
          consents?: definitions["consents"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** One's own. kind: visual, personality, genetic or research; live is what is not withdrawn. */
    delete: {
      parameters: {
        query: {
          kind?: parameters["rowFilter.consents.kind"];
          purpose?: parameters["rowFilter.consents.purpose"];
          text_version?: parameters["rowFilter.consents.text_version"];
          given_at?: parameters["rowFilter.consents.given_at"];
          withdrawn_at?: parameters["rowFilter.consents.withdrawn_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** One's own. kind: visual, personality, genetic or research; live is what is not withdrawn. */
    patch: {
      parameters: {
        query: {
          kind?: parameters["rowFilter.consents.kind"];
          purpose?: parameters["rowFilter.consents.purpose"];
          text_version?: parameters["rowFilter.consents.text_version"];
          given_at?: parameters["rowFilter.consents.given_at"];
          withdrawn_at?: parameters["rowFilter.consents.withdrawn_at"];
        };
        body: {
          /** consents */
          consents?: definitions["consents"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/declared_groups": {
    /**
     * One's own, which nobody else sees. POST attribute, group_name; PATCH group_name; DELETE. Errors: 400 an empty or long name; 409 the
     * attribute is there; 413 more than 20.
     */
    get: {
      parameters: {
        query: {
          attribute?: parameters["rowFilter.declared_groups.attribute"];
          group_name?: parameters["rowFilter.declared_groups.group_name"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["declared_groups"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own, which nobody else sees. POST attribute, group_name; PATCH group_name; DELETE. Errors: 400 an empty or long name; 409 the
     * attribute is there; 413 more than 20.
     */
    post: {
      parameters: {
        body: {
          /** declared_groups */
          declared_groups?: definitions["declared_groups"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own, which nobody else sees. POST attribute, group_name; PATCH group_name; DELETE. Errors: 400 an empty or long name; 409 the
     * attribute is there; 413 more than 20.
     */
    delete: {
      parameters: {
        query: {
          attribute?: parameters["rowFilter.declared_groups.attribute"];
          group_name?: parameters["rowFilter.declared_groups.group_name"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own, which nobody else sees. POST attribute, group_name; PATCH group_name; DELETE. Errors: 400 an empty or long name; 409 the
     * attribute is there; 413 more than 20.
     */
    patch: {
      parameters: {
        query: {
          attribute?: parameters["rowFilter.declared_groups.attribute"];
          group_name?: parameters["rowFilter.declared_groups.group_name"];
        };
        body: {
          /** declared_groups */
          declared_groups?: definitions["declared_groups"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/documents": {
    /** title and expires_on can be changed of the own, which takes a verification back. problem says why one is in quarantine. */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.documents.id"];
          owner_id?: parameters["rowFilter.documents.owner_id"];
          kind?: parameters["rowFilter.documents.kind"];
          title?: parameters["rowFilter.documents.title"];
          file_name?: parameters["rowFilter.documents.file_name"];
          media_type?: parameters["rowFilter.documents.media_type"];
          size?: parameters["rowFilter.documents.size"];
          sha256?: parameters["rowFilter.documents.sha256"];
          storage?: parameters["rowFilter.documents.storage"];
          status?: parameters["rowFilter.documents.status"];
          expires_on?: parameters["rowFilter.documents.expires_on"];
          legal_hold?: parameters["rowFilter.documents.legal_hold"];
          verified_at?: parameters["rowFilter.documents.verified_at"];
          extracted?: parameters["rowFilter.documents.extracted"];
          created_at?: parameters["rowFilter.documents.created_at"];
          problem?: parameters["rowFilter.documents.problem"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["documents"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** title and expires_on can be changed of the own, which takes a verification back. problem says why one is in quarantine. */
    post: {
      parameters: {
        body: {
          /** documents */
          documents?: definitions["documents"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** title and expires_on can be changed of the own, which takes a verification back. problem says why one is in quarantine. */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.documents.id"];
          owner_id?: parameters["rowFilter.documents.owner_id"];
          kind?: parameters["rowFilter.documents.kind"];
          title?: parameters["rowFilter.documents.title"];
          file_name?: parameters["rowFilter.documents.file_name"];
          media_type?: parameters["rowFilter.documents.media_type"];
          size?: parameters["rowFilter.documents.size"];
          sha256?: parameters["rowFilter.documents.sha256"];
          storage?: parameters["rowFilter.documents.storage"];
          status?: parameters["rowFilter.documents.status"];
          expires_on?: parameters["rowFilter.documents.expires_on"];
          legal_hold?: parameters["rowFilter.documents.legal_hold"];
          verified_at?: parameters["rowFilter.documents.verified_at"];
          extracted?: parameters["rowFilter.documents.extracted"];
          created_at?: parameters["rowFilter.documents.created_at"];
          problem?: parameters["rowFilter.documents.problem"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** title and expires_on can be changed of the own, which takes a verification back. problem says why one is in quarantine. */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.documents.id"];
          owner_id?: parameters["rowFilter.documents.owner_id"];
          kind?: parameters["rowFilter.documents.kind"];
          title?: parameters["rowFilter.documents.title"];
          file_name?: parameters["rowFilter.documents.file_name"];
          media_type?: parameters["rowFilter.documents.media_type"];
          size?: parameters["rowFilter.documents.size"];
          sha256?: parameters["rowFilter.documents.sha256"];
          storage?: parameters["rowFilter.documents.storage"];
          status?: parameters["rowFilter.documents.status"];
          expires_on?: parameters["rowFilter.documents.expires_on"];
          legal_hold?: parameters["rowFilter.documents.legal_hold"];
          verified_at?: parameters["rowFilter.documents.verified_at"];
          extracted?: parameters["rowFilter.documents.extracted"];
          created_at?: parameters["rowFilter.documents.created_at"];
          problem?: parameters["rowFilter.documents.problem"];
        };
        body: {
          /** documents */
          documents?: definitions["documents"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/experiments": {
    /** For members, as the runs tell them. */
    get: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.experiments.organization_id"];
          run_id?: parameters["rowFilter.experiments.run_id"];
          experiment?: parameters["rowFilter.experiments.experiment"];
          metric_id?: parameters["rowFilter.experiments.metric_id"];
          scores?: parameters["rowFilter.experiments.scores"];
          created_at?: parameters["rowFilter.experiments.created_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["experiments"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members, as the runs tell them. */
    post: {
      parameters: {
        body: {
          /** experiments */
          experiments?: definitions["experiments"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members, as the runs tell them. */
    delete: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.experiments.organization_id"];
          run_id?: parameters["rowFilter.experiments.run_id"];
          experiment?: parameters["rowFilter.experiments.experiment"];
          metric_id?: parameters["rowFilter.experiments.metric_id"];
          scores?: parameters["rowFilter.experiments.scores"];
          created_at?: parameters["rowFilter.experiments.created_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members, as the runs tell them. */
    patch: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.experiments.organization_id"];
          run_id?: parameters["rowFilter.experiments.run_id"];
          experiment?: parameters["rowFilter.experiments.experiment"];
          metric_id?: parameters["rowFilter.experiments.metric_id"];
          scores?: parameters["rowFilter.experiments.scores"];
          created_at?: parameters["rowFilter.experiments.created_at"];
        };
        body: {
          /** experiments */
          experiments?: definitions["experiments"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/facilities": {
    /** For members. valid_from, valid_to: the first run that says so, and the first that says otherwise; valid_to is null in what is true now. */
    get: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.facilities.organization_id"];
          facility_id?: parameters["rowFilter.facilities.facility_id"];
          name?: parameters["rowFilter.facilities.name"];
          system_name?: parameters["rowFilter.facilities.system_name"];
          encounters?: parameters["rowFilter.facilities.encounters"];
          valid_from?: parameters["rowFilter.facilities.valid_from"];
          valid_to?: parameters["rowFilter.facilities.valid_to"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["facilities"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members. valid_from, valid_to: the first run that says so, and the first that says otherwise; valid_to is null in what is true now. */
    post: {
      parameters: {
        body: {
          /** facilities */
          facilities?: definitions["facilities"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members. valid_from, valid_to: the first run that says so, and the first that says otherwise; valid_to is null in what is true now. */
    delete: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.facilities.organization_id"];
          facility_id?: parameters["rowFilter.facilities.facility_id"];
          name?: parameters["rowFilter.facilities.name"];
          system_name?: parameters["rowFilter.facilities.system_name"];
          encounters?: parameters["rowFilter.facilities.encounters"];
          valid_from?: parameters["rowFilter.facilities.valid_from"];
          valid_to?: parameters["rowFilter.facilities.valid_to"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members. valid_from, valid_to: the first run that says so, and the first that says otherwise; valid_to is null in what is true now. */
    patch: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.facilities.organization_id"];
          facility_id?: parameters["rowFilter.facilities.facility_id"];
          name?: parameters["rowFilter.facilities.name"];
          system_name?: parameters["rowFilter.facilities.system_name"];
          encounters?: parameters["rowFilter.facilities.encounters"];
          valid_from?: parameters["rowFilter.facilities.valid_from"];
          valid_to?: parameters["rowFilter.facilities.valid_to"];
        };
        body: {
          /** facilities */
          facilities?: definitions["facilities"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/filters": {
    /**
     * One's own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
     * of a degree, and ages are compared as of the first day of the month of birth.
     */
    get: {
      parameters: {
        query: {
          display_name?: parameters["rowFilter.filters.display_name"];
          born_on?: parameters["rowFilter.filters.born_on"];
          gender?: parameters["rowFilter.filters.gender"];
          seeks?: parameters["rowFilter.filters.seeks"];
          age_from?: parameters["rowFilter.filters.age_from"];
          age_to?: parameters["rowFilter.filters.age_to"];
          latitude?: parameters["rowFilter.filters.latitude"];
          longitude?: parameters["rowFilter.filters.longitude"];
          most_km?: parameters["rowFilter.filters.most_km"];
          is_active?: parameters["rowFilter.filters.is_active"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["filters"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
     * of a degree, and ages are compared as of the first day of the month of birth.
     */
    post: {
      parameters: {
        body: {
          /** filters */
          filters?: definitions["filters"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
     * of a degree, and ages are compared as of the first day of the month of birth.
     */
    delete: {
      parameters: {
        query: {
          display_name?: parameters["rowFilter.filters.display_name"];
          born_on?: parameters["rowFilter.filters.born_on"];
          gender?: parameters["rowFilter.filters.gender"];
          seeks?: parameters["rowFilter.filters.seeks"];
          age_from?: parameters["rowFilter.filters.age_from"];
          age_to?: parameters["rowFilter.filters.age_to"];
          latitude?: parameters["rowFilter.filters.latitude"];
          longitude?: parameters["rowFilter.filters.longitude"];
          most_km?: parameters["rowFilter.filters.most_km"];
          is_active?: parameters["rowFilter.filters.is_active"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
     * of a degree, and ages are compared as of the first day of the month of birth.
     */
    patch: {
      parameters: {
        query: {
          display_name?: parameters["rowFilter.filters.display_name"];
          born_on?: parameters["rowFilter.filters.born_on"];
          gender?: parameters["rowFilter.filters.gender"];
          seeks?: parameters["rowFilter.filters.seeks"];
          age_from?: parameters["rowFilter.filters.age_from"];
          age_to?: parameters["rowFilter.filters.age_to"];
          latitude?: parameters["rowFilter.filters.latitude"];
          longitude?: parameters["rowFilter.filters.longitude"];
          most_km?: parameters["rowFilter.filters.most_km"];
          is_active?: parameters["rowFilter.filters.is_active"];
        };
        body: {
          /** filters */
          filters?: definitions["filters"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/import_batches": {
    /** For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc. */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.import_batches.id"];
          instrument?: parameters["rowFilter.import_batches.instrument"];
          shape?: parameters["rowFilter.import_batches.shape"];
          source?: parameters["rowFilter.import_batches.source"];
          mapping?: parameters["rowFilter.import_batches.mapping"];
          status?: parameters["rowFilter.import_batches.status"];
          report?: parameters["rowFilter.import_batches.report"];
          created_at?: parameters["rowFilter.import_batches.created_at"];
          created_by?: parameters["rowFilter.import_batches.created_by"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["import_batches"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc. */
    post: {
      parameters: {
        body: {
          /** import_batches */
          import_batches?: definitions["import_batches"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc. */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.import_batches.id"];
          instrument?: parameters["rowFilter.import_batches.instrument"];
          shape?: parameters["rowFilter.import_batches.shape"];
          source?: parameters["rowFilter.import_batches.source"];
          mapping?: parameters["rowFilter.import_batches.mapping"];
          status?: parameters["rowFilter.import_batches.status"];
          report?: parameters["rowFilter.import_batches.report"];
          created_at?: parameters["rowFilter.import_batches.created_at"];
          created_by?: parameters["rowFilter.import_batches.created_by"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc. */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.import_batches.id"];
          instrument?: parameters["rowFilter.import_batches.instrument"];
          shape?: parameters["rowFilter.import_batches.shape"];
          source?: parameters["rowFilter.import_batches.source"];
          mapping?: parameters["rowFilter.import_batches.mapping"];
          status?: parameters["rowFilter.import_batches.status"];
          report?: parameters["rowFilter.import_batches.report"];
          created_at?: parameters["rowFilter.import_batches.created_at"];
          created_by?: parameters["rowFilter.import_batches.created_by"];
        };
        body: {
          /** import_batches */
          import_batches?: definitions["import_batches"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/import_rejects": {
    /**
     * For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
     * it by pages: batch=eq.N&order=id&id=gt.N.
     */
    get: {
      parameters: {
        query: {
          batch?: parameters["rowFilter.import_rejects.batch"];
          id?: parameters["rowFilter.import_rejects.id"];
          row?: parameters["rowFilter.import_rejects.row"];
          line?: parameters["rowFilter.import_rejects.line"];
          person?: parameters["rowFilter.import_rejects.person"];
          person_id?: parameters["rowFilter.import_rejects.person_id"];
          column?: parameters["rowFilter.import_rejects.column"];
          item?: parameters["rowFilter.import_rejects.item"];
          value?: parameters["rowFilter.import_rejects.value"];
          reason?: parameters["rowFilter.import_rejects.reason"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["import_rejects"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
     * it by pages: batch=eq.N&order=id&id=gt.N.
     */
    post: {
      parameters: {
        body: {
          /** import_rejects */
          import_rejects?: definitions["import_rejects"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
     * it by pages: batch=eq.N&order=id&id=gt.N.
     */
    delete: {
      parameters: {
        query: {
          batch?: parameters["rowFilter.import_rejects.batch"];
          id?: parameters["rowFilter.import_rejects.id"];
          row?: parameters["rowFilter.import_rejects.row"];
          line?: parameters["rowFilter.import_rejects.line"];
          person?: parameters["rowFilter.import_rejects.person"];
          person_id?: parameters["rowFilter.import_rejects.person_id"];
          column?: parameters["rowFilter.import_rejects.column"];
          item?: parameters["rowFilter.import_rejects.item"];
          value?: parameters["rowFilter.import_rejects.value"];
          reason?: parameters["rowFilter.import_rejects.reason"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
     * it by pages: batch=eq.N&order=id&id=gt.N.
     */
    patch: {
      parameters: {
        query: {
          batch?: parameters["rowFilter.import_rejects.batch"];
          id?: parameters["rowFilter.import_rejects.id"];
          row?: parameters["rowFilter.import_rejects.row"];
          line?: parameters["rowFilter.import_rejects.line"];
          person?: parameters["rowFilter.import_rejects.person"];
          person_id?: parameters["rowFilter.import_rejects.person_id"];
          column?: parameters["rowFilter.import_rejects.column"];
          item?: parameters["rowFilter.import_rejects.item"];
          value?: parameters["rowFilter.import_rejects.value"];
          reason?: parameters["rowFilter.import_rejects.reason"];
        };
        body: {
          /** import_rejects */
          import_rejects?: definitions["import_rejects"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/instruments": {
    /**
     * For anyone signed in. kind: likert, cognitive or forced_choice; items: how many there are, whose texts are in items; those with is_active
     * false take no answers. adaptive: a test that chooses its items by the answers (begin_test); attempts_left: how often one may still begin it,
     * null where that is not counted; running: one has begun and not ended it.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.instruments.id"];
          code?: parameters["rowFilter.instruments.code"];
          version?: parameters["rowFilter.instruments.version"];
          name?: parameters["rowFilter.instruments.name"];
          kind?: parameters["rowFilter.instruments.kind"];
          scale_min?: parameters["rowFilter.instruments.scale_min"];
          scale_max?: parameters["rowFilter.instruments.scale_max"];
          language?: parameters["rowFilter.instruments.language"];
          instructions?: parameters["rowFilter.instruments.instructions"];
          /** Number of items. */
          items?: parameters["rowFilter.instruments.items"];
          is_active?: parameters["rowFilter.instruments.is_active"];
          adaptive?: parameters["rowFilter.instruments.adaptive"];
          attempts_left?: parameters["rowFilter.instruments.attempts_left"];
          running?: parameters["rowFilter.instruments.running"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["instruments"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For anyone signed in. kind: likert, cognitive or forced_choice; items: how many there are, whose texts are in items; those with is_active
     * false take no answers. adaptive: a test that chooses its items by the answers (begin_test); attempts_left: how often one may still begin it,
     * null where that is not counted; running: one has begun and not ended it.
     */
    post: {
      parameters: {
        body: {
          /** instruments */
          instruments?: definitions["instruments"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For anyone signed in. kind: likert, cognitive or forced_choice; items: how many there are, whose texts are in items; those with is_active
     * false take no answers. adaptive: a test that chooses its items by the answers (begin_test); attempts_left: how often one may still begin it,
     * null where that is not counted; running: one has begun and not ended it.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.instruments.id"];
          code?: parameters["rowFilter.instruments.code"];
          version?: parameters["rowFilter.instruments.version"];
          name?: parameters["rowFilter.instruments.name"];
          kind?: parameters["rowFilter.instruments.kind"];
          scale_min?: parameters["rowFilter.instruments.scale_min"];
          scale_max?: parameters["rowFilter.instruments.scale_max"];
          language?: parameters["rowFilter.instruments.language"];
          instructions?: parameters["rowFilter.instruments.instructions"];
          /** Number of items. */
          items?: parameters["rowFilter.instruments.items"];
          is_active?: parameters["rowFilter.instruments.is_active"];
          adaptive?: parameters["rowFilter.instruments.adaptive"];
          attempts_left?: parameters["rowFilter.instruments.attempts_left"];
          running?: parameters["rowFilter.instruments.running"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For anyone signed in. kind: likert, cognitive or forced_choice; items: how many there are, whose texts are in items; those with is_active
     * false take no answers. adaptive: a test that chooses its items by the answers (begin_test); attempts_left: how often one may still begin it,
     * null where that is not counted; running: one has begun and not ended it.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.instruments.id"];
          code?: parameters["rowFilter.instruments.code"];
          version?: parameters["rowFilter.instruments.version"];
          name?: parameters["rowFilter.instruments.name"];
          kind?: parameters["rowFilter.instruments.kind"];
          scale_min?: parameters["rowFilter.instruments.scale_min"];
          scale_max?: parameters["rowFilter.instruments.scale_max"];
          language?: parameters["rowFilter.instruments.language"];
          instructions?: parameters["rowFilter.instruments.instructions"];
          /** Number of items. */
          items?: parameters["rowFilter.instruments.items"];
          is_active?: parameters["rowFilter.instruments.is_active"];
          adaptive?: parameters["rowFilter.instruments.adaptive"];
          attempts_left?: parameters["rowFilter.instruments.attempts_left"];
          running?: parameters["rowFilter.instruments.running"];
        };
        body: {
          /** instruments */
          instruments?: definitions["instruments"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/integrations": {
    /**
     * For members. POST organization_id, kind, name, settings, is_active; PATCH name, settings, is_active. kind: github and jira are fetched by
     * harmonyd, which has the tokens; settings: no secret. Errors: 400 settings that cannot be, a secret in them, a text that is blank or too
     * long; 403 an organisation that is not one's own; 409 the name is there.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.integrations.id"];
          organization_id?: parameters["rowFilter.integrations.organization_id"];
          kind?: parameters["rowFilter.integrations.kind"];
          name?: parameters["rowFilter.integrations.name"];
          settings?: parameters["rowFilter.integrations.settings"];
          is_active?: parameters["rowFilter.integrations.is_active"];
          last_run_at?: parameters["rowFilter.integrations.last_run_at"];
          /** Why nothing came at the last try; null where all is well. */
          last_error?: parameters["rowFilter.integrations.last_error"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["integrations"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. POST organization_id, kind, name, settings, is_active; PATCH name, settings, is_active. kind: github and jira are fetched by
     * harmonyd, which has the tokens; settings: no secret. Errors: 400 settings that cannot be, a secret in them, a text that is blank or too
     * long; 403 an organisation that is not one's own; 409 the name is there.
     */
    post: {
      parameters: {
        body: {
          /** integrations */
          integrations?: definitions["integrations"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. POST organization_id, kind, name, settings, is_active; PATCH name, settings, is_active. kind: github and jira are fetched by
     * harmonyd, which has the tokens; settings: no secret. Errors: 400 settings that cannot be, a secret in them, a text that is blank or too
     * long; 403 an organisation that is not one's own; 409 the name is there.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.integrations.id"];
          organization_id?: parameters["rowFilter.integrations.organization_id"];
          kind?: parameters["rowFilter.integrations.kind"];
          name?: parameters["rowFilter.integrations.name"];
          settings?: parameters["rowFilter.integrations.settings"];
          is_active?: parameters["rowFilter.integrations.is_active"];
          last_run_at?: parameters["rowFilter.integrations.last_run_at"];
          /** Why nothing came at the last try; null where all is well. */
          last_error?: parameters["rowFilter.integrations.last_error"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. POST organization_id, kind, name, settings, is_active; PATCH name, settings, is_active. kind: github and jira are fetched by
     * harmonyd, which has the tokens; settings: no secret. Errors: 400 settings that cannot be, a secret in them, a text that is blank or too
     * long; 403 an organisation that is not one's own; 409 the name is there.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.integrations.id"];
          organization_id?: parameters["rowFilter.integrations.organization_id"];
          kind?: parameters["rowFilter.integrations.kind"];
          name?: parameters["rowFilter.integrations.name"];
          settings?: parameters["rowFilter.integrations.settings"];
          is_active?: parameters["rowFilter.integrations.is_active"];
          last_run_at?: parameters["rowFilter.integrations.last_run_at"];
          /** Why nothing came at the last try; null where all is well. */
          last_error?: parameters["rowFilter.integrations.last_error"];
        };
        body: {
          /** integrations */
          integrations?: definitions["integrations"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/items": {
    /**
     * For anyone signed in: neither what they measure nor the right answers. options: of a test, to be chosen among by number from 1;
     * right_text: the second statement of a forced choice.
     */
    get: {
      parameters: {
        query: {
          instrument?: parameters["rowFilter.items.instrument"];
          position?: parameters["rowFilter.items.position"];
          text?: parameters["rowFilter.items.text"];
          options?: parameters["rowFilter.items.options"];
          right_text?: parameters["rowFilter.items.right_text"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["items"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For anyone signed in: neither what they measure nor the right answers. options: of a test, to be chosen among by number from 1;
     * right_text: the second statement of a forced choice.
     */
    post: {
      parameters: {
        body: {
          /** items */
          items?: definitions["items"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For anyone signed in: neither what they measure nor the right answers. options: of a test, to be chosen among by number from 1;
     * right_text: the second statement of a forced choice.
     */
    delete: {
      parameters: {
        query: {
          instrument?: parameters["rowFilter.items.instrument"];
          position?: parameters["rowFilter.items.position"];
          text?: parameters["rowFilter.items.text"];
          options?: parameters["rowFilter.items.options"];
          right_text?: parameters["rowFilter.items.right_text"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For anyone signed in: neither what they measure nor the right answers. options: of a test, to be chosen among by number from 1;
     * right_text: the second statement of a forced choice.
     */
    patch: {
      parameters: {
        query: {
          instrument?: parameters["rowFilter.items.instrument"];
          position?: parameters["rowFilter.items.position"];
          text?: parameters["rowFilter.items.text"];
          options?: parameters["rowFilter.items.options"];
          right_text?: parameters["rowFilter.items.right_text"];
        };
        body: {
          /** items */
          items?: definitions["items"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/jobs": {
    /**
     * status: queued, running, done, failed or cancelled; progress: 0 to 1; result: what a job that is done gave, error: why the last attempt
     * failed. Read it by pages: order=id.desc&id=lt.N.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.jobs.id"];
          kind?: parameters["rowFilter.jobs.kind"];
          status?: parameters["rowFilter.jobs.status"];
          priority?: parameters["rowFilter.jobs.priority"];
          progress?: parameters["rowFilter.jobs.progress"];
          message?: parameters["rowFilter.jobs.message"];
          result?: parameters["rowFilter.jobs.result"];
          error?: parameters["rowFilter.jobs.error"];
          batch_id?: parameters["rowFilter.jobs.batch_id"];
          attempt?: parameters["rowFilter.jobs.attempt"];
          run_at?: parameters["rowFilter.jobs.run_at"];
          created_at?: parameters["rowFilter.jobs.created_at"];
          started_at?: parameters["rowFilter.jobs.started_at"];
          finished_at?: parameters["rowFilter.jobs.finished_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["jobs"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * status: queued, running, done, failed or cancelled; progress: 0 to 1; result: what a job that is done gave, error: why the last attempt
     * failed. Read it by pages: order=id.desc&id=lt.N.
     */
    post: {
      parameters: {
        body: {
          /** jobs */
          jobs?: definitions["jobs"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * status: queued, running, done, failed or cancelled; progress: 0 to 1; result: what a job that is done gave, error: why the last attempt
     * failed. Read it by pages: order=id.desc&id=lt.N.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.jobs.id"];
          kind?: parameters["rowFilter.jobs.kind"];
          status?: parameters["rowFilter.jobs.status"];
          priority?: parameters["rowFilter.jobs.priority"];
          progress?: parameters["rowFilter.jobs.progress"];
          message?: parameters["rowFilter.jobs.message"];
          result?: parameters["rowFilter.jobs.result"];
          error?: parameters["rowFilter.jobs.error"];
          batch_id?: parameters["rowFilter.jobs.batch_id"];
          attempt?: parameters["rowFilter.jobs.attempt"];
          run_at?: parameters["rowFilter.jobs.run_at"];
          created_at?: parameters["rowFilter.jobs.created_at"];
          started_at?: parameters["rowFilter.jobs.started_at"];
          finished_at?: parameters["rowFilter.jobs.finished_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * status: queued, running, done, failed or cancelled; progress: 0 to 1; result: what a job that is done gave, error: why the last attempt
     * failed. Read it by pages: order=id.desc&id=lt.N.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.jobs.id"];
          kind?: parameters["rowFilter.jobs.kind"];
          status?: parameters["rowFilter.jobs.status"];
          priority?: parameters["rowFilter.jobs.priority"];
          progress?: parameters["rowFilter.jobs.progress"];
          message?: parameters["rowFilter.jobs.message"];
          result?: parameters["rowFilter.jobs.result"];
          error?: parameters["rowFilter.jobs.error"];
          batch_id?: parameters["rowFilter.jobs.batch_id"];
          attempt?: parameters["rowFilter.jobs.attempt"];
          run_at?: parameters["rowFilter.jobs.run_at"];
          created_at?: parameters["rowFilter.jobs.created_at"];
          started_at?: parameters["rowFilter.jobs.started_at"];
          finished_at?: parameters["rowFilter.jobs.finished_at"];
        };
        body: {
          /** jobs */
          jobs?: definitions["jobs"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/learning_memory": {
    /**
     * For members. statement and correction with $1, $2, ... for constants, intent: the known phrases of the question. confidence: (successes +
     * 1)/(successes + failures + 2).
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.learning_memory.id"];
          organization_id?: parameters["rowFilter.learning_memory.organization_id"];
          error_class?: parameters["rowFilter.learning_memory.error_class"];
          sqlstate?: parameters["rowFilter.learning_memory.sqlstate"];
          intent?: parameters["rowFilter.learning_memory.intent"];
          statement?: parameters["rowFilter.learning_memory.statement"];
          correction?: parameters["rowFilter.learning_memory.correction"];
          successes?: parameters["rowFilter.learning_memory.successes"];
          failures?: parameters["rowFilter.learning_memory.failures"];
          confidence?: parameters["rowFilter.learning_memory.confidence"];
          last_seen_at?: parameters["rowFilter.learning_memory.last_seen_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["learning_memory"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. statement and correction with $1, $2, ... for constants, intent: the known phrases of the question. confidence: (successes +
     * 1)/(successes + failures + 2).
     */
    post: {
      parameters: {
        body: {
          /** learning_memory */
          learning_memory?: definitions["learning_memory"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. statement and correction with $1, $2, ... for constants, intent: the known phrases of the question. confidence: (successes +
     * 1)/(successes + failures + 2).
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.learning_memory.id"];
          organization_id?: parameters["rowFilter.learning_memory.organization_id"];
          error_class?: parameters["rowFilter.learning_memory.error_class"];
          sqlstate?: parameters["rowFilter.learning_memory.sqlstate"];
          intent?: parameters["rowFilter.learning_memory.intent"];
          statement?: parameters["rowFilter.learning_memory.statement"];
          correction?: parameters["rowFilter.learning_memory.correction"];
          successes?: parameters["rowFilter.learning_memory.successes"];
          failures?: parameters["rowFilter.learning_memory.failures"];
          confidence?: parameters["rowFilter.learning_memory.confidence"];
          last_seen_at?: parameters["rowFilter.learning_memory.last_seen_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. statement and correction with $1, $2, ... for constants, intent: the known phrases of the question. confidence: (successes +
     * 1)/(successes + failures + 2).
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.learning_memory.id"];
          organization_id?: parameters["rowFilter.learning_memory.organization_id"];
          error_class?: parameters["rowFilter.learning_memory.error_class"];
          sqlstate?: parameters["rowFilter.learning_memory.sqlstate"];
          intent?: parameters["rowFilter.learning_memory.intent"];
          statement?: parameters["rowFilter.learning_memory.statement"];
          correction?: parameters["rowFilter.learning_memory.correction"];
          successes?: parameters["rowFilter.learning_memory.successes"];
          failures?: parameters["rowFilter.learning_memory.failures"];
          confidence?: parameters["rowFilter.learning_memory.confidence"];
          last_seen_at?: parameters["rowFilter.learning_memory.last_seen_at"];
        };
        body: {
          /** learning_memory */
          learning_memory?: definitions["learning_memory"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/matches": {
    /**
     * One's own pairs, with consent of kind visual (else 403). score: of the pair, 0 to 100, and personality: in whole numbers;
     * biological: low, middle or high; null is what was not measured, missing names the phases; display_name: as the other has chosen it. Scored
     * in the night.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.matches.id"];
          person?: parameters["rowFilter.matches.person"];
          score?: parameters["rowFilter.matches.score"];
          personality?: parameters["rowFilter.matches.personality"];
          biological?: parameters["rowFilter.matches.biological"];
          missing?: parameters["rowFilter.matches.missing"];
          model?: parameters["rowFilter.matches.model"];
          computed_at?: parameters["rowFilter.matches.computed_at"];
          display_name?: parameters["rowFilter.matches.display_name"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["matches"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own pairs, with consent of kind visual (else 403). score: of the pair, 0 to 100, and personality: in whole numbers;
     * biological: low, middle or high; null is what was not measured, missing names the phases; display_name: as the other has chosen it. Scored
     * in the night.
     */
    post: {
      parameters: {
        body: {
          /** matches */
          matches?: definitions["matches"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own pairs, with consent of kind visual (else 403). score: of the pair, 0 to 100, and personality: in whole numbers;
     * biological: low, middle or high; null is what was not measured, missing names the phases; display_name: as the other has chosen it. Scored
     * in the night.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.matches.id"];
          person?: parameters["rowFilter.matches.person"];
          score?: parameters["rowFilter.matches.score"];
          personality?: parameters["rowFilter.matches.personality"];
          biological?: parameters["rowFilter.matches.biological"];
          missing?: parameters["rowFilter.matches.missing"];
          model?: parameters["rowFilter.matches.model"];
          computed_at?: parameters["rowFilter.matches.computed_at"];
          display_name?: parameters["rowFilter.matches.display_name"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own pairs, with consent of kind visual (else 403). score: of the pair, 0 to 100, and personality: in whole numbers;
     * biological: low, middle or high; null is what was not measured, missing names the phases; display_name: as the other has chosen it. Scored
     * in the night.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.matches.id"];
          person?: parameters["rowFilter.matches.person"];
          score?: parameters["rowFilter.matches.score"];
          personality?: parameters["rowFilter.matches.personality"];
          biological?: parameters["rowFilter.matches.biological"];
          missing?: parameters["rowFilter.matches.missing"];
          model?: parameters["rowFilter.matches.model"];
          computed_at?: parameters["rowFilter.matches.computed_at"];
          display_name?: parameters["rowFilter.matches.display_name"];
        };
        body: {
          /** matches */
          matches?: definitions["matches"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/me": {
    /** Another name takes is_verified back: what was verified is the name. */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.me.id"];
          email?: parameters["rowFilter.me.email"];
          full_name?: parameters["rowFilter.me.full_name"];
          phone?: parameters["rowFilter.me.phone"];
          location?: parameters["rowFilter.me.location"];
          is_verified?: parameters["rowFilter.me.is_verified"];
          roles?: parameters["rowFilter.me.roles"];
          organizations?: parameters["rowFilter.me.organizations"];
          created_at?: parameters["rowFilter.me.created_at"];
          last_login_at?: parameters["rowFilter.me.last_login_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["me"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** Another name takes is_verified back: what was verified is the name. */
    post: {
      parameters: {
        body: {
          /** me */
          me?: definitions["me"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** Another name takes is_verified back: what was verified is the name. */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.me.id"];
          email?: parameters["rowFilter.me.email"];
          full_name?: parameters["rowFilter.me.full_name"];
          phone?: parameters["rowFilter.me.phone"];
          location?: parameters["rowFilter.me.location"];
          is_verified?: parameters["rowFilter.me.is_verified"];
          roles?: parameters["rowFilter.me.roles"];
          organizations?: parameters["rowFilter.me.organizations"];
          created_at?: parameters["rowFilter.me.created_at"];
          last_login_at?: parameters["rowFilter.me.last_login_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** Another name takes is_verified back: what was verified is the name. */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.me.id"];
          email?: parameters["rowFilter.me.email"];
          full_name?: parameters["rowFilter.me.full_name"];
          phone?: parameters["rowFilter.me.phone"];
          location?: parameters["rowFilter.me.location"];
          is_verified?: parameters["rowFilter.me.is_verified"];
          roles?: parameters["rowFilter.me.roles"];
          organizations?: parameters["rowFilter.me.organizations"];
          created_at?: parameters["rowFilter.me.created_at"];
          last_login_at?: parameters["rowFilter.me.last_login_at"];
        };
        body: {
          /** me */
          me?: definitions["me"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/metric_values": {
    /**
     * For members. model: whose series it is, empty of none; of models about people there is none. anomalies.expected: the median of 12 weeks, of
     * the hour of the week where four weeks are known.
     */
    get: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.metric_values.organization_id"];
          model?: parameters["rowFilter.metric_values.model"];
          metric?: parameters["rowFilter.metric_values.metric"];
          at?: parameters["rowFilter.metric_values.at"];
          value?: parameters["rowFilter.metric_values.value"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["metric_values"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. model: whose series it is, empty of none; of models about people there is none. anomalies.expected: the median of 12 weeks, of
     * the hour of the week where four weeks are known.
     */
    post: {
      parameters: {
        body: {
          /** metric_values */
          metric_values?: definitions["metric_values"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. model: whose series it is, empty of none; of models about people there is none. anomalies.expected: the median of 12 weeks, of
     * the hour of the week where four weeks are known.
     */
    delete: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.metric_values.organization_id"];
          model?: parameters["rowFilter.metric_values.model"];
          metric?: parameters["rowFilter.metric_values.metric"];
          at?: parameters["rowFilter.metric_values.at"];
          value?: parameters["rowFilter.metric_values.value"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. model: whose series it is, empty of none; of models about people there is none. anomalies.expected: the median of 12 weeks, of
     * the hour of the week where four weeks are known.
     */
    patch: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.metric_values.organization_id"];
          model?: parameters["rowFilter.metric_values.model"];
          metric?: parameters["rowFilter.metric_values.metric"];
          at?: parameters["rowFilter.metric_values.at"];
          value?: parameters["rowFilter.metric_values.value"];
        };
        body: {
          /** metric_values */
          metric_values?: definitions["metric_values"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/model_versions": {
    /**
     * For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
     * has not seen.
     */
    get: {
      parameters: {
        query: {
          version?: parameters["rowFilter.model_versions.version"];
          origin?: parameters["rowFilter.model_versions.origin"];
          n?: parameters["rowFilter.model_versions.n"];
          r_squared?: parameters["rowFilter.model_versions.r_squared"];
          cross_validated_r_squared?: parameters["rowFilter.model_versions.cross_validated_r_squared"];
          is_active?: parameters["rowFilter.model_versions.is_active"];
          created_at?: parameters["rowFilter.model_versions.created_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["model_versions"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
     * has not seen.
     */
    post: {
      parameters: {
        body: {
          /** model_versions */
          model_versions?: definitions["model_versions"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
     * has not seen.
     */
    delete: {
      parameters: {
        query: {
          version?: parameters["rowFilter.model_versions.version"];
          origin?: parameters["rowFilter.model_versions.origin"];
          n?: parameters["rowFilter.model_versions.n"];
          r_squared?: parameters["rowFilter.model_versions.r_squared"];
          cross_validated_r_squared?: parameters["rowFilter.model_versions.cross_validated_r_squared"];
          is_active?: parameters["rowFilter.model_versions.is_active"];
          created_at?: parameters["rowFilter.model_versions.created_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
     * has not seen.
     */
    patch: {
      parameters: {
        query: {
          version?: parameters["rowFilter.model_versions.version"];
          origin?: parameters["rowFilter.model_versions.origin"];
          n?: parameters["rowFilter.model_versions.n"];
          r_squared?: parameters["rowFilter.model_versions.r_squared"];
          cross_validated_r_squared?: parameters["rowFilter.model_versions.cross_validated_r_squared"];
          is_active?: parameters["rowFilter.model_versions.is_active"];
          created_at?: parameters["rowFilter.model_versions.created_at"];
        };
        body: {
          /** model_versions */
          model_versions?: definitions["model_versions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/narratives": {
    /** For members. summary: the metric, its value, how many segments drive it up and down; all of it: narrative. */
    get: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.narratives.organization_id"];
          run_id?: parameters["rowFilter.narratives.run_id"];
          facility_id?: parameters["rowFilter.narratives.facility_id"];
          facility?: parameters["rowFilter.narratives.facility"];
          generated_at?: parameters["rowFilter.narratives.generated_at"];
          summary?: parameters["rowFilter.narratives.summary"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["narratives"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members. summary: the metric, its value, how many segments drive it up and down; all of it: narrative. */
    post: {
      parameters: {
        body: {
          /** narratives */
          narratives?: definitions["narratives"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members. summary: the metric, its value, how many segments drive it up and down; all of it: narrative. */
    delete: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.narratives.organization_id"];
          run_id?: parameters["rowFilter.narratives.run_id"];
          facility_id?: parameters["rowFilter.narratives.facility_id"];
          facility?: parameters["rowFilter.narratives.facility"];
          generated_at?: parameters["rowFilter.narratives.generated_at"];
          summary?: parameters["rowFilter.narratives.summary"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members. summary: the metric, its value, how many segments drive it up and down; all of it: narrative. */
    patch: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.narratives.organization_id"];
          run_id?: parameters["rowFilter.narratives.run_id"];
          facility_id?: parameters["rowFilter.narratives.facility_id"];
          facility?: parameters["rowFilter.narratives.facility"];
          generated_at?: parameters["rowFilter.narratives.generated_at"];
          summary?: parameters["rowFilter.narratives.summary"];
        };
        body: {
          /** narratives */
          narratives?: definitions["narratives"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/norms": {
    /** For administrators and accounts with role researcher; nobody else sees a row. n: people behind it, 30 at least. */
    get: {
      parameters: {
        query: {
          population?: parameters["rowFilter.norms.population"];
          instrument?: parameters["rowFilter.norms.instrument"];
          trait?: parameters["rowFilter.norms.trait"];
          n?: parameters["rowFilter.norms.n"];
          mean?: parameters["rowFilter.norms.mean"];
          sd?: parameters["rowFilter.norms.sd"];
          reliability?: parameters["rowFilter.norms.reliability"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["norms"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For administrators and accounts with role researcher; nobody else sees a row. n: people behind it, 30 at least. */
    post: {
      parameters: {
        body: {
          /** norms */
          norms?: definitions["norms"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For administrators and accounts with role researcher; nobody else sees a row. n: people behind it, 30 at least. */
    delete: {
      parameters: {
        query: {
          population?: parameters["rowFilter.norms.population"];
          instrument?: parameters["rowFilter.norms.instrument"];
          trait?: parameters["rowFilter.norms.trait"];
          n?: parameters["rowFilter.norms.n"];
          mean?: parameters["rowFilter.norms.mean"];
          sd?: parameters["rowFilter.norms.sd"];
          reliability?: parameters["rowFilter.norms.reliability"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For administrators and accounts with role researcher; nobody else sees a row. n: people behind it, 30 at least. */
    patch: {
      parameters: {
        query: {
          population?: parameters["rowFilter.norms.population"];
          instrument?: parameters["rowFilter.norms.instrument"];
          trait?: parameters["rowFilter.norms.trait"];
          n?: parameters["rowFilter.norms.n"];
          mean?: parameters["rowFilter.norms.mean"];
          sd?: parameters["rowFilter.norms.sd"];
          reliability?: parameters["rowFilter.norms.reliability"];
        };
        body: {
          /** norms */
          norms?: definitions["norms"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/notifications": {
    /** status: queued, sending, sent, failed or cancelled; error: why the last attempt failed. Read it by pages: order=id.desc&id=lt.N. */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.notifications.id"];
          recipient_id?: parameters["rowFilter.notifications.recipient_id"];
          template?: parameters["rowFilter.notifications.template"];
          parameters?: parameters["rowFilter.notifications.parameters"];
          status?: parameters["rowFilter.notifications.status"];
          attempts?: parameters["rowFilter.notifications.attempts"];
          error?: parameters["rowFilter.notifications.error"];
          created_at?: parameters["rowFilter.notifications.created_at"];
          sent_at?: parameters["rowFilter.notifications.sent_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["notifications"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** status: queued, sending, sent, failed or cancelled; error: why the last attempt failed. Read it by pages: order=id.desc&id=lt.N. */
    post: {
      parameters: {
        body: {
          /** notifications */
          notifications?: definitions["notifications"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** status: queued, sending, sent, failed or cancelled; error: why the last attempt failed. Read it by pages: order=id.desc&id=lt.N. */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.notifications.id"];
          recipient_id?: parameters["rowFilter.notifications.recipient_id"];
          template?: parameters["rowFilter.notifications.template"];
          parameters?: parameters["rowFilter.notifications.parameters"];
          status?: parameters["rowFilter.notifications.status"];
          attempts?: parameters["rowFilter.notifications.attempts"];
          error?: parameters["rowFilter.notifications.error"];
          created_at?: parameters["rowFilter.notifications.created_at"];
          sent_at?: parameters["rowFilter.notifications.sent_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** status: queued, sending, sent, failed or cancelled; error: why the last attempt failed. Read it by pages: order=id.desc&id=lt.N. */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.notifications.id"];
          recipient_id?: parameters["rowFilter.notifications.recipient_id"];
          template?: parameters["rowFilter.notifications.template"];
          parameters?: parameters["rowFilter.notifications.parameters"];
          status?: parameters["rowFilter.notifications.status"];
          attempts?: parameters["rowFilter.notifications.attempts"];
          error?: parameters["rowFilter.notifications.error"];
          created_at?: parameters["rowFilter.notifications.created_at"];
          sent_at?: parameters["rowFilter.notifications.sent_at"];
        };
        body: {
          /** notifications */
          notifications?: definitions["notifications"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/organizations": {
    /** Who acts for one: members(organization). */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.organizations.id"];
          name?: parameters["rowFilter.organizations.name"];
          is_active?: parameters["rowFilter.organizations.is_active"];
          created_at?: parameters["rowFilter.organizations.created_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["organizations"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** Who acts for one: members(organization). */
    post: {
      parameters: {
        body: {
          /** organizations */
          organizations?: definitions["organizations"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** Who acts for one: members(organization). */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.organizations.id"];
          name?: parameters["rowFilter.organizations.name"];
          is_active?: parameters["rowFilter.organizations.is_active"];
          created_at?: parameters["rowFilter.organizations.created_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** Who acts for one: members(organization). */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.organizations.id"];
          name?: parameters["rowFilter.organizations.name"];
          is_active?: parameters["rowFilter.organizations.is_active"];
          created_at?: parameters["rowFilter.organizations.created_at"];
        };
        body: {
          /** organizations */
          organizations?: definitions["organizations"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/phases": {
    /**
     * One's own. phase: 1 visual, 2 personality, 3 biological; status: complete, open, or locked until the phase before is complete. Phase 1 is
     * complete with ten ratings and a photo, also where no taste could be learnt of them (calibrate tells): until one is, there are no matches.
     */
    get: {
      parameters: {
        query: {
          phase?: parameters["rowFilter.phases.phase"];
          status?: parameters["rowFilter.phases.status"];
          completed_at?: parameters["rowFilter.phases.completed_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["phases"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own. phase: 1 visual, 2 personality, 3 biological; status: complete, open, or locked until the phase before is complete. Phase 1 is
     * complete with ten ratings and a photo, also where no taste could be learnt of them (calibrate tells): until one is, there are no matches.
     */
    post: {
      parameters: {
        body: {
          /** phases */
          phases?: definitions["phases"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own. phase: 1 visual, 2 personality, 3 biological; status: complete, open, or locked until the phase before is complete. Phase 1 is
     * complete with ten ratings and a photo, also where no taste could be learnt of them (calibrate tells): until one is, there are no matches.
     */
    delete: {
      parameters: {
        query: {
          phase?: parameters["rowFilter.phases.phase"];
          status?: parameters["rowFilter.phases.status"];
          completed_at?: parameters["rowFilter.phases.completed_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own. phase: 1 visual, 2 personality, 3 biological; status: complete, open, or locked until the phase before is complete. Phase 1 is
     * complete with ten ratings and a photo, also where no taste could be learnt of them (calibrate tells): until one is, there are no matches.
     */
    patch: {
      parameters: {
        query: {
          phase?: parameters["rowFilter.phases.phase"];
          status?: parameters["rowFilter.phases.status"];
          completed_at?: parameters["rowFilter.phases.completed_at"];
        };
        body: {
          /** phases */
          phases?: definitions["phases"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/photos": {
    /**
     * One's own, with consent of kind visual (else 403). status: checking, ready, no_face, several_faces, too_small, blurred or refused (also
     * where the face is nearly that of a photo that everybody rates); model:
     * the net that made the embedding; the picture itself is told by document_data once it is ready.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.photos.id"];
          document?: parameters["rowFilter.photos.document"];
          status?: parameters["rowFilter.photos.status"];
          model?: parameters["rowFilter.photos.model"];
          created_at?: parameters["rowFilter.photos.created_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["photos"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403). status: checking, ready, no_face, several_faces, too_small, blurred or refused (also
     * where the face is nearly that of a photo that everybody rates); model:
     * the net that made the embedding; the picture itself is told by document_data once it is ready.
     */
    post: {
      parameters: {
        body: {
          /** photos */
          photos?: definitions["photos"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403). status: checking, ready, no_face, several_faces, too_small, blurred or refused (also
     * where the face is nearly that of a photo that everybody rates); model:
     * the net that made the embedding; the picture itself is told by document_data once it is ready.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.photos.id"];
          document?: parameters["rowFilter.photos.document"];
          status?: parameters["rowFilter.photos.status"];
          model?: parameters["rowFilter.photos.model"];
          created_at?: parameters["rowFilter.photos.created_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403). status: checking, ready, no_face, several_faces, too_small, blurred or refused (also
     * where the face is nearly that of a photo that everybody rates); model:
     * the net that made the embedding; the picture itself is told by document_data once it is ready.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.photos.id"];
          document?: parameters["rowFilter.photos.document"];
          status?: parameters["rowFilter.photos.status"];
          model?: parameters["rowFilter.photos.model"];
          created_at?: parameters["rowFilter.photos.created_at"];
        };
        body: {
          /** photos */
          photos?: definitions["photos"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/positions": {
    /** For anyone signed in. is_leader: leads others; sort: the order in which they are shown. */
    get: {
      parameters: {
        query: {
          name?: parameters["rowFilter.positions.name"];
          is_leader?: parameters["rowFilter.positions.is_leader"];
          sort?: parameters["rowFilter.positions.sort"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["positions"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For anyone signed in. is_leader: leads others; sort: the order in which they are shown. */
    post: {
      parameters: {
        body: {
          /** positions */
          positions?: definitions["positions"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For anyone signed in. is_leader: leads others; sort: the order in which they are shown. */
    delete: {
      parameters: {
        query: {
          name?: parameters["rowFilter.positions.name"];
          is_leader?: parameters["rowFilter.positions.is_leader"];
          sort?: parameters["rowFilter.positions.sort"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For anyone signed in. is_leader: leads others; sort: the order in which they are shown. */
    patch: {
      parameters: {
        query: {
          name?: parameters["rowFilter.positions.name"];
          is_leader?: parameters["rowFilter.positions.is_leader"];
          sort?: parameters["rowFilter.positions.sort"];
        };
        body: {
          /** positions */
          positions?: definitions["positions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/predictions": {
    /**
     * For members. POST organization_id, model, version, input, prediction, confidence; PATCH outcome, once. prediction: a number, or the
     * probability of outcome 1; input: an object, which of models about people administrators alone are shown, and so are the predictions of
     * module crew. Errors: 400 a number that cannot be, no version; 403 an organisation that is not one's own; 409 it has an outcome; 429.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.predictions.id"];
          /** May be left out by members of one organisation. */
          organization_id?: parameters["rowFilter.predictions.organization_id"];
          model?: parameters["rowFilter.predictions.model"];
          version?: parameters["rowFilter.predictions.version"];
          input?: parameters["rowFilter.predictions.input"];
          prediction?: parameters["rowFilter.predictions.prediction"];
          confidence?: parameters["rowFilter.predictions.confidence"];
          outcome?: parameters["rowFilter.predictions.outcome"];
          created_at?: parameters["rowFilter.predictions.created_at"];
          validated_at?: parameters["rowFilter.predictions.validated_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["predictions"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. POST organization_id, model, version, input, prediction, confidence; PATCH outcome, once. prediction: a number, or the
     * probability of outcome 1; input: an object, which of models about people administrators alone are shown, and so are the predictions of
     * module crew. Errors: 400 a number that cannot be, no version; 403 an organisation that is not one's own; 409 it has an outcome; 429.
     */
    post: {
      parameters: {
        body: {
          /** predictions */
          predictions?: definitions["predictions"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. POST organization_id, model, version, input, prediction, confidence; PATCH outcome, once. prediction: a number, or the
     * probability of outcome 1; input: an object, which of models about people administrators alone are shown, and so are the predictions of
     * module crew. Errors: 400 a number that cannot be, no version; 403 an organisation that is not one's own; 409 it has an outcome; 429.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.predictions.id"];
          /** May be left out by members of one organisation. */
          organization_id?: parameters["rowFilter.predictions.organization_id"];
          model?: parameters["rowFilter.predictions.model"];
          version?: parameters["rowFilter.predictions.version"];
          input?: parameters["rowFilter.predictions.input"];
          prediction?: parameters["rowFilter.predictions.prediction"];
          confidence?: parameters["rowFilter.predictions.confidence"];
          outcome?: parameters["rowFilter.predictions.outcome"];
          created_at?: parameters["rowFilter.predictions.created_at"];
          validated_at?: parameters["rowFilter.predictions.validated_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. POST organization_id, model, version, input, prediction, confidence; PATCH outcome, once. prediction: a number, or the
     * probability of outcome 1; input: an object, which of models about people administrators alone are shown, and so are the predictions of
     * module crew. Errors: 400 a number that cannot be, no version; 403 an organisation that is not one's own; 409 it has an outcome; 429.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.predictions.id"];
          /** May be left out by members of one organisation. */
          organization_id?: parameters["rowFilter.predictions.organization_id"];
          model?: parameters["rowFilter.predictions.model"];
          version?: parameters["rowFilter.predictions.version"];
          input?: parameters["rowFilter.predictions.input"];
          prediction?: parameters["rowFilter.predictions.prediction"];
          confidence?: parameters["rowFilter.predictions.confidence"];
          outcome?: parameters["rowFilter.predictions.outcome"];
          created_at?: parameters["rowFilter.predictions.created_at"];
          validated_at?: parameters["rowFilter.predictions.validated_at"];
        };
        body: {
          /** predictions */
          predictions?: definitions["predictions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/profile": {
    /** One's own, one row; none before the first answers. */
    get: {
      parameters: {
        query: {
          person?: parameters["rowFilter.profile.person"];
          snapshot?: parameters["rowFilter.profile.snapshot"];
          updated_at?: parameters["rowFilter.profile.updated_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["profile"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** One's own, one row; none before the first answers. */
    post: {
      parameters: {
        body: {
          /** profile */
          profile?: definitions["profile"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** One's own, one row; none before the first answers. */
    delete: {
      parameters: {
        query: {
          person?: parameters["rowFilter.profile.person"];
          snapshot?: parameters["rowFilter.profile.snapshot"];
          updated_at?: parameters["rowFilter.profile.updated_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** One's own, one row; none before the first answers. */
    patch: {
      parameters: {
        query: {
          person?: parameters["rowFilter.profile.person"];
          snapshot?: parameters["rowFilter.profile.snapshot"];
          updated_at?: parameters["rowFilter.profile.updated_at"];
        };
        body: {
          /** profile */
          profile?: definitions["profile"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/projects": {
    /**
     * For members. The first load of a code makes its project; so does POST organization_id, code, name, team, is_active. PATCH name, team,
     * is_active. team: its name, which is made where there is none. Errors: 400 a text that is blank or longer than 500 characters; 403; 409 the
     * code is there.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.projects.id"];
          organization_id?: parameters["rowFilter.projects.organization_id"];
          /** By which it is called in all functions here. */
          code?: parameters["rowFilter.projects.code"];
          name?: parameters["rowFilter.projects.name"];
          team?: parameters["rowFilter.projects.team"];
          /** Whether it is in the portfolio. */
          is_active?: parameters["rowFilter.projects.is_active"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["projects"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. The first load of a code makes its project; so does POST organization_id, code, name, team, is_active. PATCH name, team,
     * is_active. team: its name, which is made where there is none. Errors: 400 a text that is blank or longer than 500 characters; 403; 409 the
     * code is there.
     */
    post: {
      parameters: {
        body: {
          /** projects */
          projects?: definitions["projects"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. The first load of a code makes its project; so does POST organization_id, code, name, team, is_active. PATCH name, team,
     * is_active. team: its name, which is made where there is none. Errors: 400 a text that is blank or longer than 500 characters; 403; 409 the
     * code is there.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.projects.id"];
          organization_id?: parameters["rowFilter.projects.organization_id"];
          /** By which it is called in all functions here. */
          code?: parameters["rowFilter.projects.code"];
          name?: parameters["rowFilter.projects.name"];
          team?: parameters["rowFilter.projects.team"];
          /** Whether it is in the portfolio. */
          is_active?: parameters["rowFilter.projects.is_active"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. The first load of a code makes its project; so does POST organization_id, code, name, team, is_active. PATCH name, team,
     * is_active. team: its name, which is made where there is none. Errors: 400 a text that is blank or longer than 500 characters; 403; 409 the
     * code is there.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.projects.id"];
          organization_id?: parameters["rowFilter.projects.organization_id"];
          /** By which it is called in all functions here. */
          code?: parameters["rowFilter.projects.code"];
          name?: parameters["rowFilter.projects.name"];
          team?: parameters["rowFilter.projects.team"];
          /** Whether it is in the portfolio. */
          is_active?: parameters["rowFilter.projects.is_active"];
        };
        body: {
          /** projects */
          projects?: definitions["projects"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/pull_requests": {
    /**
     * For members. coding, pickup, review, deploy, total: seconds, of merged ones, null where a part has no end; flags: unreviewed, not_deployed,
     * baseline, deployed_before_merge. Who wrote one is not told. Read it by pages: order=id.desc&id=lt.N.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.pull_requests.id"];
          project?: parameters["rowFilter.pull_requests.project"];
          external_id?: parameters["rowFilter.pull_requests.external_id"];
          author_is_bot?: parameters["rowFilter.pull_requests.author_is_bot"];
          created_at?: parameters["rowFilter.pull_requests.created_at"];
          merged_at?: parameters["rowFilter.pull_requests.merged_at"];
          closed_at?: parameters["rowFilter.pull_requests.closed_at"];
          additions?: parameters["rowFilter.pull_requests.additions"];
          deletions?: parameters["rowFilter.pull_requests.deletions"];
          coding?: parameters["rowFilter.pull_requests.coding"];
          pickup?: parameters["rowFilter.pull_requests.pickup"];
          review?: parameters["rowFilter.pull_requests.review"];
          deploy?: parameters["rowFilter.pull_requests.deploy"];
          total?: parameters["rowFilter.pull_requests.total"];
          deployment?: parameters["rowFilter.pull_requests.deployment"];
          flags?: parameters["rowFilter.pull_requests.flags"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["pull_requests"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. coding, pickup, review, deploy, total: seconds, of merged ones, null where a part has no end; flags: unreviewed, not_deployed,
     * baseline, deployed_before_merge. Who wrote one is not told. Read it by pages: order=id.desc&id=lt.N.
     */
    post: {
      parameters: {
        body: {
          /** pull_requests */
          pull_requests?: definitions["pull_requests"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. coding, pickup, review, deploy, total: seconds, of merged ones, null where a part has no end; flags: unreviewed, not_deployed,
     * baseline, deployed_before_merge. Who wrote one is not told. Read it by pages: order=id.desc&id=lt.N.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.pull_requests.id"];
          project?: parameters["rowFilter.pull_requests.project"];
          external_id?: parameters["rowFilter.pull_requests.external_id"];
          author_is_bot?: parameters["rowFilter.pull_requests.author_is_bot"];
          created_at?: parameters["rowFilter.pull_requests.created_at"];
          merged_at?: parameters["rowFilter.pull_requests.merged_at"];
          closed_at?: parameters["rowFilter.pull_requests.closed_at"];
          additions?: parameters["rowFilter.pull_requests.additions"];
          deletions?: parameters["rowFilter.pull_requests.deletions"];
          coding?: parameters["rowFilter.pull_requests.coding"];
          pickup?: parameters["rowFilter.pull_requests.pickup"];
          review?: parameters["rowFilter.pull_requests.review"];
          deploy?: parameters["rowFilter.pull_requests.deploy"];
          total?: parameters["rowFilter.pull_requests.total"];
          deployment?: parameters["rowFilter.pull_requests.deployment"];
          flags?: parameters["rowFilter.pull_requests.flags"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. coding, pickup, review, deploy, total: seconds, of merged ones, null where a part has no end; flags: unreviewed, not_deployed,
     * baseline, deployed_before_merge. Who wrote one is not told. Read it by pages: order=id.desc&id=lt.N.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.pull_requests.id"];
          project?: parameters["rowFilter.pull_requests.project"];
          external_id?: parameters["rowFilter.pull_requests.external_id"];
          author_is_bot?: parameters["rowFilter.pull_requests.author_is_bot"];
          created_at?: parameters["rowFilter.pull_requests.created_at"];
          merged_at?: parameters["rowFilter.pull_requests.merged_at"];
          closed_at?: parameters["rowFilter.pull_requests.closed_at"];
          additions?: parameters["rowFilter.pull_requests.additions"];
          deletions?: parameters["rowFilter.pull_requests.deletions"];
          coding?: parameters["rowFilter.pull_requests.coding"];
          pickup?: parameters["rowFilter.pull_requests.pickup"];
          review?: parameters["rowFilter.pull_requests.review"];
          deploy?: parameters["rowFilter.pull_requests.deploy"];
          total?: parameters["rowFilter.pull_requests.total"];
          deployment?: parameters["rowFilter.pull_requests.deployment"];
          flags?: parameters["rowFilter.pull_requests.flags"];
        };
        body: {
          /** pull_requests */
          pull_requests?: definitions["pull_requests"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/pulses": {
    /** One's own. score: 1 to 5. */
    get: {
      parameters: {
        query: {
          day?: parameters["rowFilter.pulses.day"];
          vessel?: parameters["rowFilter.pulses.vessel"];
          score?: parameters["rowFilter.pulses.score"];
          given_at?: parameters["rowFilter.pulses.given_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["pulses"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** One's own. score: 1 to 5. */
    post: {
      parameters: {
        body: {
          /** pulses */
          pulses?: definitions["pulses"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** One's own. score: 1 to 5. */
    delete: {
      parameters: {
        query: {
          day?: parameters["rowFilter.pulses.day"];
          vessel?: parameters["rowFilter.pulses.vessel"];
          score?: parameters["rowFilter.pulses.score"];
          given_at?: parameters["rowFilter.pulses.given_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** One's own. score: 1 to 5. */
    patch: {
      parameters: {
        query: {
          day?: parameters["rowFilter.pulses.day"];
          vessel?: parameters["rowFilter.pulses.vessel"];
          score?: parameters["rowFilter.pulses.score"];
          given_at?: parameters["rowFilter.pulses.given_at"];
        };
        body: {
          /** pulses */
          pulses?: definitions["pulses"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/raw_records": {
    /**
     * For members; without what they say. status: waiting, loaded, rejected; error: why it was rejected. Read it by pages:
     * order=id.desc&id=lt.N.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.raw_records.id"];
          integration?: parameters["rowFilter.raw_records.integration"];
          kind?: parameters["rowFilter.raw_records.kind"];
          external_id?: parameters["rowFilter.raw_records.external_id"];
          received_at?: parameters["rowFilter.raw_records.received_at"];
          status?: parameters["rowFilter.raw_records.status"];
          error?: parameters["rowFilter.raw_records.error"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["raw_records"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members; without what they say. status: waiting, loaded, rejected; error: why it was rejected. Read it by pages:
     * order=id.desc&id=lt.N.
     */
    post: {
      parameters: {
        body: {
          /** raw_records */
          raw_records?: definitions["raw_records"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members; without what they say. status: waiting, loaded, rejected; error: why it was rejected. Read it by pages:
     * order=id.desc&id=lt.N.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.raw_records.id"];
          integration?: parameters["rowFilter.raw_records.integration"];
          kind?: parameters["rowFilter.raw_records.kind"];
          external_id?: parameters["rowFilter.raw_records.external_id"];
          received_at?: parameters["rowFilter.raw_records.received_at"];
          status?: parameters["rowFilter.raw_records.status"];
          error?: parameters["rowFilter.raw_records.error"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members; without what they say. status: waiting, loaded, rejected; error: why it was rejected. Read it by pages:
     * order=id.desc&id=lt.N.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.raw_records.id"];
          integration?: parameters["rowFilter.raw_records.integration"];
          kind?: parameters["rowFilter.raw_records.kind"];
          external_id?: parameters["rowFilter.raw_records.external_id"];
          received_at?: parameters["rowFilter.raw_records.received_at"];
          status?: parameters["rowFilter.raw_records.status"];
          error?: parameters["rowFilter.raw_records.error"];
        };
        body: {
          /** raw_records */
          raw_records?: definitions["raw_records"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/results": {
    /**
     * One's own. score: 0 to 100; t_score, percentile and sem: in the population that the instrument is read against; flags: what speaks
     * against the answers where reliable is false; score_low, score_high: 95 % interval of the score, by sem.
     */
    get: {
      parameters: {
        query: {
          submission?: parameters["rowFilter.results.submission"];
          instrument?: parameters["rowFilter.results.instrument"];
          trait?: parameters["rowFilter.results.trait"];
          family?: parameters["rowFilter.results.family"];
          score?: parameters["rowFilter.results.score"];
          t_score?: parameters["rowFilter.results.t_score"];
          percentile?: parameters["rowFilter.results.percentile"];
          /** Standard error of measurement, in points of the score. */
          sem?: parameters["rowFilter.results.sem"];
          reliable?: parameters["rowFilter.results.reliable"];
          flags?: parameters["rowFilter.results.flags"];
          measured_at?: parameters["rowFilter.results.measured_at"];
          score_low?: parameters["rowFilter.results.score_low"];
          score_high?: parameters["rowFilter.results.score_high"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["results"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own. score: 0 to 100; t_score, percentile and sem: in the population that the instrument is read against; flags: what speaks
     * against the answers where reliable is false; score_low, score_high: 95 % interval of the score, by sem.
     */
    post: {
      parameters: {
        body: {
          /** results */
          results?: definitions["results"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own. score: 0 to 100; t_score, percentile and sem: in the population that the instrument is read against; flags: what speaks
     * against the answers where reliable is false; score_low, score_high: 95 % interval of the score, by sem.
     */
    delete: {
      parameters: {
        query: {
          submission?: parameters["rowFilter.results.submission"];
          instrument?: parameters["rowFilter.results.instrument"];
          trait?: parameters["rowFilter.results.trait"];
          family?: parameters["rowFilter.results.family"];
          score?: parameters["rowFilter.results.score"];
          t_score?: parameters["rowFilter.results.t_score"];
          percentile?: parameters["rowFilter.results.percentile"];
          /** Standard error of measurement, in points of the score. */
          sem?: parameters["rowFilter.results.sem"];
          reliable?: parameters["rowFilter.results.reliable"];
          flags?: parameters["rowFilter.results.flags"];
          measured_at?: parameters["rowFilter.results.measured_at"];
          score_low?: parameters["rowFilter.results.score_low"];
          score_high?: parameters["rowFilter.results.score_high"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own. score: 0 to 100; t_score, percentile and sem: in the population that the instrument is read against; flags: what speaks
     * against the answers where reliable is false; score_low, score_high: 95 % interval of the score, by sem.
     */
    patch: {
      parameters: {
        query: {
          submission?: parameters["rowFilter.results.submission"];
          instrument?: parameters["rowFilter.results.instrument"];
          trait?: parameters["rowFilter.results.trait"];
          family?: parameters["rowFilter.results.family"];
          score?: parameters["rowFilter.results.score"];
          t_score?: parameters["rowFilter.results.t_score"];
          percentile?: parameters["rowFilter.results.percentile"];
          /** Standard error of measurement, in points of the score. */
          sem?: parameters["rowFilter.results.sem"];
          reliable?: parameters["rowFilter.results.reliable"];
          flags?: parameters["rowFilter.results.flags"];
          measured_at?: parameters["rowFilter.results.measured_at"];
          score_low?: parameters["rowFilter.results.score_low"];
          score_high?: parameters["rowFilter.results.score_high"];
        };
        body: {
          /** results */
          results?: definitions["results"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/roles": {
    /** What one does for an organisation, such as client, is a role in it: column organizations of me. */
    get: {
      parameters: {
        query: {
          code?: parameters["rowFilter.roles.code"];
          description?: parameters["rowFilter.roles.description"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["roles"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** What one does for an organisation, such as client, is a role in it: column organizations of me. */
    post: {
      parameters: {
        body: {
          /** roles */
          roles?: definitions["roles"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** What one does for an organisation, such as client, is a role in it: column organizations of me. */
    delete: {
      parameters: {
        query: {
          code?: parameters["rowFilter.roles.code"];
          description?: parameters["rowFilter.roles.description"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** What one does for an organisation, such as client, is a role in it: column organizations of me. */
    patch: {
      parameters: {
        query: {
          code?: parameters["rowFilter.roles.code"];
          description?: parameters["rowFilter.roles.description"];
        };
        body: {
          /** roles */
          roles?: definitions["roles"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/rpc/abort_upload": {
    /** 204; 404; 409 it is complete. */
    get: {
      parameters: {
        query: {
          document: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 204; 404; 409 it is complete. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/accept_offer": {
    /** For whoever has been hired in the campaign. 201 the vessel. Errors: 409 not hired, aboard elsewhere. */
    get: {
      parameters: {
        query: {
          campaign: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For whoever has been hired in the campaign. 201 the vessel. Errors: 409 not hired, aboard elsewhere. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/acknowledge_anomaly": {
    /**
     * For members of its organisation. anomaly: its id; note: in words. 204. One as bad of the same model and metric is not told of for a day.
     * Errors: 400 a note that is blank or too long; 404 no such anomaly; 409 it is not open.
     */
    get: {
      parameters: {
        query: {
          anomaly: number;
          note?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of its organisation. anomaly: its id; note: in words. 204. One as bad of the same model and metric is not told of for a day.
     * Errors: 400 a note that is blank or too long; 404 no such anomaly; 409 it is not open.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            anomaly: number;
            /** Format: text */
            note?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/activate_model": {
    /** For administrators. version: of model_versions. 204. Errors: 400 no such version; 403; 409 another one is at it. */
    get: {
      parameters: {
        query: {
          version: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. version: of model_versions. 204. Errors: 400 no such version; 403; 409 another one is at it. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            version: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/add_vessel": {
    /**
     * For clients of the employer. organization: the employer; name: up to 200 characters; environment: demands and resources, 0 to 1 each. 201
     * the vessel. Errors: 400 a blank name, an environment that is none; 403; 429 more than 20 in 30 days.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          name: string;
          environment?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the employer. organization: the employer; name: up to 200 characters; environment: demands and resources, 0 to 1 each. 201
     * the vessel. Errors: 400 a blank name, an environment that is none; 403; 429 more than 20 in 30 days.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            environment?: unknown;
            /** Format: text */
            name: string;
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/affinity_validation": {
    /**
     * For administrators and accounts with role researcher; a row a phase. model: a version, null the active one. Of the answers of people with
     * consent of kind research; of fewer than five people null. auc with its 95 % interval, brier, slope of the calibration, and R squared over
     * the phases before. Errors: 400 no such model; 403.
     */
    get: {
      parameters: {
        query: {
          model?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators and accounts with role researcher; a row a phase. model: a version, null the active one. Of the answers of people with
     * consent of kind research; of fewer than five people null. auc with its 95 % interval, brier, slope of the calibration, and R squared over
     * the phases before. Errors: 400 no such model; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            model?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/agreement": {
    /**
     * For clients of the employer (organization), as published. kind: of survey; null: any. icc1, icc2: over the vessels; rwg: of one vessel.
     * Errors: 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          kind?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the employer (organization), as published. kind: of survey; null: any. icc1, icc2: over the vessels; rwg: of one vessel.
     * Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            kind?: string;
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/answer_review": {
    /**
     * For clients of the campaign's employer. person: a candidate who waits for one (decisions shows the request); answer: in words, which the
     * candidate gets. It decides nothing by itself: lift_barrier and decide do. {review, campaign, person, answer, answered_at}. Errors: 400 no
     * answer, no candidate; 403; 409 nobody waits for one.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          person: string;
          answer: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the campaign's employer. person: a candidate who waits for one (decisions shows the request); answer: in words, which the
     * candidate gets. It decides nothing by itself: lift_barrier and decide do. {review, campaign, person, answer, answered_at}. Errors: 400 no
     * answer, no candidate; 403; 409 nobody waits for one.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            answer: string;
            /** Format: uuid */
            campaign: string;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/applications": {
    /** One's own. status: pending, hired (accept_offer or withdraw), rejected, joined, withdrawn. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** One's own. status: pending, hired (accept_offer or withdraw), rejected, joined, withdrawn. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/apply": {
    /**
     * For anyone signed in. 201 the campaign. Takes an Idempotency-Key. Errors: 400 a token that is not valid; 409 applied already, the campaign
     * is not open.
     */
    get: {
      parameters: {
        query: {
          token: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in. 201 the campaign. Takes an Idempotency-Key. Errors: 400 a token that is not valid; 409 applied already, the campaign
     * is not open.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            token: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/assign_signal": {
    /**
     * For members of the signal's organisation. assignee: the member; role_type: as what, in a word; notes: replace those there are. The row of
     * signal_assignments. Errors: 400 an assignee outside the organisation; 404 no such signal; 409 resolved or closed; 429 too many acts.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          assignee: string;
          role_type?: string;
          notes?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. assignee: the member; role_type: as what, in a word; notes: replace those there are. The row of
     * signal_assignments. Errors: 400 an assignee outside the organisation; 404 no such signal; 409 resolved or closed; 429 too many acts.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            assignee: string;
            /** Format: text */
            notes?: string;
            /** Format: text */
            role_type?: string;
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/begin_test": {
    /**
     * For anyone signed in, in the own name; while one runs, it is that one. instrument: its id. 201 {test, expires_at}; the items come from
     * next_item. Errors: 400 an instrument that is no adaptive test; 409 no attempt is left.
     */
    get: {
      parameters: {
        query: {
          instrument: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in, in the own name; while one runs, it is that one. instrument: its id. 201 {test, expires_at}; the items come from
     * next_item. Errors: 400 an instrument that is no adaptive test; 409 no attempt is left.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            instrument: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/begin_upload": {
    /**
     * title, kind, file name, media type and size as they are; where they are known sha256, in hexadecimal digits, and the day when it expires on;
     * storage database or s3, by default as the size asks for. 201 {document, method, part_size, parts: [{number, url}], expires_at}: by method
     * database each part goes to upload_part, by multipart to its url by PUT (none yet: ask upload_parts), then complete_upload; 400 what is not
     * taken; 413 too large, too many; 429 with Retry-After. With an Idempotency-Key a request that comes again gets the same document.
     */
    get: {
      parameters: {
        query: {
          title: string;
          kind: string;
          file_name: string;
          media_type: string;
          size: number;
          sha256?: string;
          expires_on?: string;
          storage?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * title, kind, file name, media type and size as they are; where they are known sha256, in hexadecimal digits, and the day when it expires on;
     * storage database or s3, by default as the size asks for. 201 {document, method, part_size, parts: [{number, url}], expires_at}: by method
     * database each part goes to upload_part, by multipart to its url by PUT (none yet: ask upload_parts), then complete_upload; 400 what is not
     * taken; 413 too large, too many; 429 with Retry-After. With an Idempotency-Key a request that comes again gets the same document.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: date */
            expires_on?: string;
            /** Format: text */
            file_name: string;
            /** Format: text */
            kind: string;
            /** Format: text */
            media_type: string;
            /** Format: text */
            sha256?: string;
            /** Format: bigint */
            size: number;
            /** Format: text */
            storage?: string;
            /** Format: text */
            title: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/block": {
    /**
     * For anyone signed in. person: whom; blocked: false takes it back. 204, whether or not there is such a person. What both said about meeting
     * each other is deleted, and so are reports on both. Errors: 404 oneself.
     */
    get: {
      parameters: {
        query: {
          person: string;
          blocked?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in. person: whom; blocked: false takes it back. 204, whether or not there is such a person. What both said about meeting
     * each other is deleted, and so are reports on both. Errors: 404 oneself.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            blocked?: boolean;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/board": {
    /** For anyone signed in. 201 the vessel. Errors: 400 a token that is not valid; 409 aboard already. */
    get: {
      parameters: {
        query: {
          token: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For anyone signed in. 201 the vessel. Errors: 400 a token that is not valid; 409 aboard already. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            token: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/boarding_pass": {
    /**
     * For clients of the vessel's employer; the former passes for the position end. valid_for: up to a year; email: to whom one of its own is
     * mailed besides. 201 the token. Errors: 400 an unknown position, a time that is none, no address; 403; 429 more than 1,000 in a day.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          position: string;
          valid_for?: string;
          email?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer; the former passes for the position end. valid_for: up to a year; email: to whom one of its own is
     * mailed besides. 201 the token. Errors: 400 an unknown position, a time that is none, no address; 403; 429 more than 1,000 in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            email?: string;
            /** Format: text */
            position: string;
            /** Format: interval */
            valid_for?: string;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/calibrate": {
    /**
     * For anyone signed in with consent of kind visual. ratings: [{photo, rating}], rating 1 to 5, "like" or "dislike"; a photo that comes again
     * is corrected. {n, calibration_complete, loo_rmse}: photos rated, whether the taste could be learnt (not of fewer than ten ratings, nor where
     * all are equal; without it there are no matches), and how far off it is, in units of a rating. Errors: 400 no ratings, a photo that is not in
     * the set; 403 no consent.
     */
    get: {
      parameters: {
        query: {
          ratings: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. ratings: [{photo, rating}], rating 1 to 5, "like" or "dislike"; a photo that comes again
     * is corrected. {n, calibration_complete, loo_rmse}: photos rated, whether the taste could be learnt (not of fewer than ten ratings, nor where
     * all are equal; without it there are no matches), and how far off it is, in units of a rating. Errors: 400 no ratings, a photo that is not in
     * the set; 403 no consent.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            ratings: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/calibration_set": {
    /**
     * For anyone signed in with consent of kind visual. photo: a document, whose bytes document_data gives; rating: 1 to 5, null not yet. Errors:
     * 403 no consent.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. photo: a document, whose bytes document_data gives; rating: 1 to 5, null not yet. Errors:
     * 403 no consent.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/calibration_summary": {
    /**
     * For administrators and accounts with role researcher (else 403). people, and of how many of them a taste was learnt; best, median and worst:
     * of their errors loo_rmse, in points of 1 to 5.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators and accounts with role researcher (else 403). people, and of how many of them a taste was learnt; best, median and worst:
     * of their errors loo_rmse, in points of 1 to 5.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/cancel_erasure": {
    /** 204, also where none was asked for. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 204, also where none was asked for. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/cancel_job": {
    /** With it go those of its kind and batch, also where it has ended itself. For whose job it is and administrators. 403; 409 all have ended. */
    get: {
      parameters: {
        query: {
          job: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** With it go those of its kind and batch, also where it has ended itself. For whose job it is and administrators. 403; 409 all have ended. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            job: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/candidates": {
    /**
     * For clients of its employer; a row a person, in the order of the applications. has_profile false: not in matching yet; null: no open
     * candidate any more. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer; a row a person, in the order of the applications. has_profile false: not in matching yet; null: no open
     * candidate any more. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/change_password": {
    /** current_password, new_password. 204; 400 the current one is wrong, or the new one too weak; 429. */
    get: {
      parameters: {
        query: {
          current_password: string;
          new_password: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** current_password, new_password. 204; 400 the current one is wrong, or the new one too weak; 429. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            current_password: string;
            /** Format: text */
            new_password: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/check_data": {
    /**
     * For members. kind: team_analysis, dora_metric, rework, or one that the site has added; data: a row or a list of rows. {ok, errors: [{row,
     * path, message}]}. Errors: 400 no such kind; 403.
     */
    get: {
      parameters: {
        query: {
          kind: string;
          data: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members. kind: team_analysis, dora_metric, rework, or one that the site has added; data: a row or a list of rows. {ok, errors: [{row,
     * path, message}]}. Errors: 400 no such kind; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            data: unknown;
            /** Format: text */
            kind: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/check_sql": {
    /**
     * For members. sql: one statement; policy: whose relations, functions and limits count; organization: the tenant that it has to be held to,
     * where one acts for several. {ok, errors: [{rule, sqlstate, message, position, line, column, hint, object}], warnings, fingerprint,
     * columns, relations, functions, tenant, cost}. Roles, row security and READ ONLY enforce what this explains. By POST alone. Errors: 400 no
     * such policy, or not clear for which organisation; 403.
     */
    get: {
      parameters: {
        query: {
          sql: string;
          policy?: string;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members. sql: one statement; policy: whose relations, functions and limits count; organization: the tenant that it has to be held to,
     * where one acts for several. {ok, errors: [{rule, sqlstate, message, position, line, column, hint, object}], warnings, fingerprint,
     * columns, relations, functions, tenant, cost}. Roles, row security and READ ONLY enforce what this explains. By POST alone. Errors: 400 no
     * such policy, or not clear for which organisation; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            policy?: string;
            /** Format: text */
            sql: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/check_sql_intent": {
    /**
     * For members. sql, policy, organization: as check_sql; intent: the question in words. {confidence, missed, extra}: what the words ask for and
     * the statement has not, and the other way round. By POST alone. Errors: 400 as check_sql; 403.
     */
    get: {
      parameters: {
        query: {
          sql: string;
          intent: string;
          policy?: string;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members. sql, policy, organization: as check_sql; intent: the question in words. {confidence, missed, extra}: what the words ask for and
     * the statement has not, and the other way round. By POST alone. Errors: 400 as check_sql; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            intent: string;
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            policy?: string;
            /** Format: text */
            sql: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/close_survey": {
    /** For clients of the vessel's employer. Errors: 403; 409 not open. */
    get: {
      parameters: {
        query: {
          survey: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For clients of the vessel's employer. Errors: 403; 409 not open. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            survey: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/comment_signal": {
    /**
     * For members of the signal's organisation. comment: up to 10,000 characters. The row of signal_assignments. Errors: 400 no text; 404 no such
     * signal; 429 too many acts.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          comment: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. comment: up to 10,000 characters. The row of signal_assignments. Errors: 400 no text; 404 no such
     * signal; 429 too many acts.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            comment: string;
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/compare_simulations": {
    /**
     * For members; who does not plan is told no differences of a run in which other small roles are joined than in the first. ids: 1 to 20, of
     * simulations with the same seed, iterations and steps. Errors: 400 others; 404; 409 one is not completed; 413 too many or too large.
     */
    get: {
      parameters: {
        query: {
          ids: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; who does not plan is told no differences of a run in which other small roles are joined than in the first. ids: 1 to 20, of
     * simulations with the same seed, iterations and steps. Errors: 400 others; 404; 409 one is not completed; 413 too many or too large.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid[] */
            ids: string[];
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/complete_upload": {
    /**
     * Of S3 with their etags, [{number, etag}]. 200 {document, status}: checking, ready, quarantined, the same again when called again; 400 etags;
     * 404; 409 parts are missing, or the upload was aborted.
     */
    get: {
      parameters: {
        query: {
          document: string;
          etags?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * Of S3 with their etags, [{number, etag}]. 200 {document, status}: checking, ready, quarantined, the same again when called again; 400 etags;
     * 404; 409 parts are missing, or the upload was aborted.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
            /** Format: jsonb */
            etags?: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/consent": {
    /**
     * For anyone signed in, in the own name. kind: visual, personality, genetic or research; given: whether; text_version: of the text that was
     * shown, by default the newest; language: in which it was shown. Withdrawing deletes at once what was kept of that kind, and its scores with
     * everybody. 204. Errors: 400 no such kind; 409 the text is not of that version any more: show it again; 429 agreed to too often in a day.
     */
    get: {
      parameters: {
        query: {
          kind: string;
          given: boolean;
          text_version?: string;
          language?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in, in the own name. kind: visual, personality, genetic or research; given: whether; text_version: of the text that was
     * shown, by default the newest; language: in which it was shown. Withdrawing deletes at once what was kept of that kind, and its scores with
     * everybody. 204. Errors: 400 no such kind; 409 the text is not of that version any more: show it again; 429 agreed to too often in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            given: boolean;
            /** Format: text */
            kind: string;
            /** Format: text */
            language?: string;
            /** Format: text */
            text_version?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/consent_texts": {
    /**
     * For anyone signed in; a row a kind: to be shown before consent is asked for. language: of the words, en where there are none in it, which
     * text_language says. purpose: the words; text_version: what consent takes.
     */
    get: {
      parameters: {
        query: {
          language?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in; a row a kind: to be shown before consent is asked for. language: of the words, en where there are none in it, which
     * text_language says. purpose: the words; text_version: what consent takes.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            language?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/contributors": {
    /**
     * For members of the organization. The whole months from start to before end; project: its code, null all; options: as dora. {authors,
     * bus_factor, gini, commits, unmapped, own}; of fewer than five authors null, with a reason. own: of whoever asks. Errors: 400 another option;
     * 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. The whole months from start to before end; project: its code, null all; options: as dora. {authors,
     * bus_factor, gini, commits, unmapped, own}; of fewer than five authors null, with a reason. own: of whoever asks. Errors: 400 another option;
     * 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/create_account": {
    /**
     * For administrators. email, full_name; roles: of view roles; organization: for which it acts, in organization_role. 201 with its id; 409
     * the e-mail address is taken; 400 an address, role or organisation that is none.
     */
    get: {
      parameters: {
        query: {
          email: string;
          full_name: string;
          roles?: string;
          organization?: string;
          organization_role?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. email, full_name; roles: of view roles; organization: for which it acts, in organization_role. 201 with its id; 409
     * the e-mail address is taken; 400 an address, role or organisation that is none.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            email: string;
            /** Format: text */
            full_name: string;
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            organization_role?: string;
            /** Format: text[] */
            roles?: string[];
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/create_organization": {
    /** For administrators. 201 with its id; 400 a name that is blank or too long. */
    get: {
      parameters: {
        query: {
          name: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. 201 with its id; 400 a name that is blank or too long. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            name: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/dashboard": {
    /**
     * For clients of the vessel's employer, in whole numbers, and of a crew of fewer than five people whose traits were measured nothing but a
     * reason. language: of the words, English where there are none. Has an ETag: 304 to If-None-Match. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          language?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer, in whole numbers, and of a crew of fewer than five people whose traits were measured nothing but a
     * reason. language: of the words, English where there are none. Has an ETag: 304 to If-None-Match. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            language?: string;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/decide": {
    /**
     * For clients of the campaign's employer. decision: hired (the person then accepts or withdraws) or rejected, which also takes an offer
     * back; reason: in words. The candidate gets a message. Takes an Idempotency-Key.
     *
     * 201 {person, campaign, decision, reason, decided_at, y_success, dnre, betas, model_version}: what was known and predicted at this moment,
     * in whole numbers. Errors: 400 another decision, no reason, no candidate; 403; 409 decided already, the campaign is not open or closed, the
     * safety barrier disqualifies (lift_barrier).
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          person: string;
          decision: string;
          reason: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the campaign's employer. decision: hired (the person then accepts or withdraws) or rejected, which also takes an offer
     * back; reason: in words. The candidate gets a message. Takes an Idempotency-Key.
     *
     * 201 {person, campaign, decision, reason, decided_at, y_success, dnre, betas, model_version}: what was known and predicted at this moment,
     * in whole numbers. Errors: 400 another decision, no reason, no candidate; 403; 409 decided already, the campaign is not open or closed, the
     * safety barrier disqualifies (lift_barrier).
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: text */
            decision: string;
            /** Format: uuid */
            person: string;
            /** Format: text */
            reason: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/decisions": {
    /**
     * For clients of its employer. decision: hired, rejected, joined, withdrawn, barrier_lifted, barrier_restored, review_requested,
     * review_answered; with what was known and predicted then, in whole numbers. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer. decision: hired, rejected, joined, withdrawn, barrier_lifted, barrier_restored, review_requested,
     * review_answered; with what was known and predicted then, in whole numbers. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/delete_document": {
    /** For its owner and administrators. 204, also again; 404; 409 legal hold, or an upload that is not complete. */
    get: {
      parameters: {
        query: {
          document: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For its owner and administrators. 204, also again; 404; 409 legal hold, or an upload that is not complete. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/delivery_filters": {
    /**
     * For members. organization: of this one; null: of all one's own. {projects, teams, services, repositories, types, statuses, first, last}.
     * Errors: 403.
     */
    get: {
      parameters: {
        query: {
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members. organization: of this one; null: of all one's own. {projects, teams, services, repositories, types, statuses, first, last}.
     * Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/discover": {
    /**
     * For anyone signed in with consent of kind visual. most: 1 to 50. photo: a document, whose bytes document_data gives. Errors: 400 most; 403
     * no consent.
     */
    get: {
      parameters: {
        query: {
          most?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. most: 1 to 50. photo: a document, whose bytes document_data gives. Errors: 400 most; 403
     * no consent.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            most?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/document_data": {
    /** 200; 404; 409 not ready, or kept in S3. */
    get: {
      parameters: {
        query: {
          document: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200; 404; 409 not ready, or kept in S3. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/document_url": {
    /** 200 {url, expires_in}; 404; 409 not ready. */
    get: {
      parameters: {
        query: {
          document: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 {url, expires_in}; 404; 409 not ready. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/dora": {
    /**
     * For members of the organization. From start to before end; project: its code, null all. options: {team, service, zone, year,
     * incident_window_seconds}. Times in seconds, shares 0 to 1, each with its interval and how many it rests on; what rests on nothing is null.
     * seeds: deployments that are the first of their service, which have no lead time. tiers: of each year {tier, crosses} a figure. Errors: 400
     * another option, no such project, team, zone or year; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. From start to before end; project: its code, null all. options: {team, service, zone, year,
     * incident_window_seconds}. Times in seconds, shares 0 to 1, each with its interval and how many it rests on; what rests on nothing is null.
     * seeds: deployments that are the first of their service, which have no lead time. tiers: of each year {tier, crosses} a figure. Errors: 400
     * another option, no such project, team, zone or year; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/drivers": {
    /**
     * For members of the organization; a row a feature. metric: of signal_metrics; top: 1 to 50. Errors: 400 another top, an unknown metric;
     * 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          metric: string;
          top?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization; a row a feature. metric: of signal_metrics; top: 1 to 50. Errors: 400 another top, an unknown metric;
     * 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            metric: string;
            /** Format: uuid */
            organization: string;
            /** Format: integer */
            top?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/erase_me": {
    /** 202 {due_at}; 400 the password is wrong; 409 the last administrator, or something has to be kept; 429. */
    get: {
      parameters: {
        query: {
          password: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 202 {due_at}; 400 the password is wrong; 409 the last administrator, or something has to be kept; 429. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            password: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/event_token": {
    /** 200 {token, expires_in}. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 {token, expires_in}. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/executive": {
    /**
     * For members of the organization. From start to before end. {kpis, trends, risks}; points of trends are those of a control chart;
     * risks have words, and a code with parameters. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. From start to before end. {kpis, trends, risks}; points of trends are those of a control chart;
     * risks have words, and a code with parameters. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: uuid */
            organization: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/export_my_data": {
    /** 200 {"schema.table": [rows]}; 429 more than three at once, then one in 20 minutes. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 {"schema.table": [rows]}; 429 more than three at once, then one in 20 minutes. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/export_typing": {
    /** For anyone signed in with consent of kind genetic. {typing, typed_at}. Errors: 403 no consent; 404 there is none. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For anyone signed in with consent of kind genetic. {typing, typed_at}. Errors: 403 no consent; 404 there is none. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/fairness": {
    /**
     * campaign: for administrators and accounts with role researcher. Without one: for administrators all campaigns, for employers the years
     * that were published, over all campaigns that they archived in one. Errors: 400 no such campaign; 403.
     */
    get: {
      parameters: {
        query: {
          campaign?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * campaign: for administrators and accounts with role researcher. Without one: for administrators all campaigns, for employers the years
     * that were published, over all campaigns that they archived in one. Errors: 400 no such campaign; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/feed": {
    /**
     * For members; a row an event. most: 1 to 100 rows; before_at, before_id: created_at and id of the last row of the page before. unread: by
     * whoever asks, never one's own acts; organization, facility and metric of the signal, and the names of who acted and was assigned. Errors:
     * 400 another most, half a key.
     */
    get: {
      parameters: {
        query: {
          most?: number;
          before_at?: string;
          before_id?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; a row an event. most: 1 to 100 rows; before_at, before_id: created_at and id of the last row of the page before. unread: by
     * whoever asks, never one's own acts; organization, facility and metric of the signal, and the names of who acted and was assigned. Errors:
     * 400 another most, half a key.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            before_at?: string;
            /** Format: bigint */
            before_id?: number;
            /** Format: integer */
            most?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/feed_unread": {
    /** For members: a number; one's own acts are not counted. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members: a number; one's own acts are not counted. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/find_similar": {
    /**
     * For members; rows kind, id, title, similarity, most alike first. kind: of this one; null: of all. k: at most 100. Errors: 400 no such kind,
     * an empty query, another k; 403.
     */
    get: {
      parameters: {
        query: {
          query: string;
          kind?: string;
          k?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; rows kind, id, title, similarity, most alike first. kind: of this one; null: of all. k: at most 100. Errors: 400 no such kind,
     * an empty query, another k; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            k?: number;
            /** Format: text */
            kind?: string;
            /** Format: text */
            query: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/fleet": {
    /**
     * For clients of the organization, in whole numbers; null before the first is built. vessels: toxicity_flag, and mood_judged:
     * whether there was enough to judge by in the last weeks. Has an ETag: 304 to If-None-Match. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the organization, in whole numbers; null before the first is built. vessels: toxicity_flag, and mood_judged:
     * whether there was enough to judge by in the last weeks. Has an ETag: 304 to If-None-Match. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/flow": {
    /**
     * For members of the organization. From start to before end; project: its code, null all; options: as dora. {n, cycle, lead, efficiency,
     * rework, ageing, service_level, cumulative, little}, times in seconds. Errors: 400 another option, no such project, team or zone; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. From start to before end; project: its code, null all; options: as dora. {n, cycle, lead, efficiency,
     * rework, ageing, service_level, cumulative, little}, times in seconds. Errors: 400 another option, no such project, team or zone; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/forecast": {
    /**
     * For members of the organization. From start to before end is looked at, without the time before the first item; project: its code, null
     * all; options: as dora. items: after how many units so many are done; periods: how many are done in so many units; unit: day, week or month;
     * probability: for each of these. {throughput, probability, items, periods, backtest, trend}. Errors: 400 another unit or option, a
     * probability that is none; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
          items?: number;
          periods?: number;
          unit?: string;
          probability?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. From start to before end is looked at, without the time before the first item; project: its code, null
     * all; options: as dora. items: after how many units so many are done; periods: how many are done in so many units; unit: day, week or month;
     * probability: for each of these. {throughput, probability, items, periods, backtest, trend}. Errors: 400 another unit or option, a
     * probability that is none; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: integer */
            items?: number;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: integer */
            periods?: number;
            /** Format: double precision[] */
            probability?: number[];
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
            /** Format: text */
            unit?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/give_pulse": {
    /**
     * For whoever is aboard; a second one on the same day (UTC) corrects the first. 201 {day, vessel, score, given_at}. Errors: 400 not 1 to 5;
     * 409 not aboard.
     */
    get: {
      parameters: {
        query: {
          score: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For whoever is aboard; a second one on the same day (UTC) corrects the first. 201 {day, vessel, score, given_at}. Errors: 400 not 1 to 5;
     * 409 not aboard.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            score: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/grant_attempt": {
    /** For administrators. person: the account; instrument: a cognitive test. 204. Errors: 400 no test, no such person; 403. */
    get: {
      parameters: {
        query: {
          person: string;
          instrument: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. person: the account; instrument: a cognitive test. 204. Errors: 400 no test, no such person; 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            instrument: number;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/health": {
    /**
     * For anybody: {status, version}; status ok, read_only, or dead, which is answered with 503. For administrators and harmony_monitor also
     * database, modules, migrations, queue, outbox, snapshots, workers, oldest_transaction_s and extensions.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anybody: {status, version}; status ok, read_only, or dead, which is answered with 503. For administrators and harmony_monitor also
     * database, modules, migrations, queue, outbox, snapshots, workers, oldest_transaction_s and extensions.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/health_ml": {
    /**
     * For administrators and harmony_monitor. {status, models [{model, last_prediction, last_outcome, level}]}; status ok or degraded. Errors:
     * 403.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators and harmony_monitor. {status, models [{model, last_prediction, last_outcome, level}]}; status ok or degraded. Errors:
     * 403.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/hla_match": {
    /**
     * For anyone signed in with consent of kind genetic; person: one of one's matches. {band, loci}: low, middle or high, as scored in the night,
     * and the loci that were compared. Errors: 403 no consent; 404 not one of one's matches; 409 phase 3 is not complete.
     */
    get: {
      parameters: {
        query: {
          person: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind genetic; person: one of one's matches. {band, loci}: low, middle or high, as scored in the night,
     * and the loci that were compared. Errors: 403 no consent; 404 not one of one's matches; 409 phase 3 is not complete.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/hla_put": {
    /**
     * For anyone signed in with consent of kind genetic. gl: a GL String of HLA-A, -B and -DRB1. 201 {loci, quality}: which loci can be compared,
     * and their share. Errors: 400 a typing that cannot be read, or of which nothing can be compared; 403 no consent; 409 phase 2 is not complete,
     * or less than 180 days after the one before; 413 too long, or too ambiguous.
     */
    get: {
      parameters: {
        query: {
          gl: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind genetic. gl: a GL String of HLA-A, -B and -DRB1. 201 {loci, quality}: which loci can be compared,
     * and their share. Errors: 400 a typing that cannot be read, or of which nothing can be compared; 403 no consent; 409 phase 2 is not complete,
     * or less than 180 days after the one before; 413 too long, or too ambiguous.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            gl: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/hydrate_signals": {
    /**
     * For administrators. organization, run_id: of runs. 202 {job}: the one that waits or runs where it is asked twice. Errors: 400 no such
     * organisation; 403; 404 no such run; 409 it is not published.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          run_id: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. organization, run_id: of runs. 202 {job}: the one that waits or runs where it is asked twice. Errors: 400 no such
     * organisation; 403; 404 no such run; 409 it is not published.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization: string;
            /** Format: text */
            run_id: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/impact": {
    /**
     * For clients of the campaign's employer, in whole numbers whose contributions sum to the score. person: an open candidate. null for
     * somebody without a profile. Errors: 403 no open candidate; 409 the campaign is archived.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          person: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the campaign's employer, in whole numbers whose contributions sum to the score. person: an open candidate. null for
     * somebody without a profile. Errors: 403 no open candidate; 409 the campaign is archived.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/import_answers": {
    /**
     * For administrators. document: one that is ready and kept in the database; instrument: its id; mapping: where what stands, with encoding and
     * delimiter of the file where they are not as usual; shape: wide, a response a row, or long, an answer a row. 202 {job}, whose result is the
     * report: {batch, status, rows, stored, replaced, persons, persons_created, answers, missing, rejects, columns, unused_columns, hints}; the
     * rejects one by one are in import_rejects. Errors: 400 a mapping that cannot be, an instrument that is not there; 403; 404 no such document;
     * 409 one that is not ready.
     */
    get: {
      parameters: {
        query: {
          document: string;
          instrument: number;
          mapping?: string;
          shape?: string;
          dry_run?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. document: one that is ready and kept in the database; instrument: its id; mapping: where what stands, with encoding and
     * delimiter of the file where they are not as usual; shape: wide, a response a row, or long, an answer a row. 202 {job}, whose result is the
     * report: {batch, status, rows, stored, replaced, persons, persons_created, answers, missing, rejects, columns, unused_columns, hints}; the
     * rejects one by one are in import_rejects. Errors: 400 a mapping that cannot be, an instrument that is not there; 403; 404 no such document;
     * 409 one that is not ready.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
            /** Format: boolean */
            dry_run?: boolean;
            /** Format: integer */
            instrument: number;
            /** Format: jsonb */
            mapping?: unknown;
            /** Format: text */
            shape?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/invite": {
    /**
     * For clients of its employer. valid_for: up to a year; single_use: false makes it good for many; email: to whom one of its own is mailed
     * besides. 201 the token. Errors: 400 a time that is none, no address; 403; 429 more than 1,000 in a day.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          valid_for?: string;
          single_use?: boolean;
          email?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer. valid_for: up to a year; single_use: false makes it good for many; email: to whom one of its own is mailed
     * besides. 201 the token. Errors: 400 a time that is none, no address; 403; 429 more than 1,000 in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: text */
            email?: string;
            /** Format: boolean */
            single_use?: boolean;
            /** Format: interval */
            valid_for?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/judge_toxicity": {
    /**
     * For administrators. organization: the employer; at: the last complete week before this time is judged, once. Errors: 400 no such employer,
     * a time to come; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          at?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. organization: the employer; at: the last complete week before this time is judged, once. Errors: 400 no such employer,
     * a time to come; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            at?: string;
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/lead_time_trend": {
    /**
     * For members of the organization; a row a week, from Mondays in the options' zone. From start to before end; project: its code, null all;
     * options: as dora. Seconds from commitment to done, and the shares within a day, a week and 30 days; partial: not the whole week. Errors: 400
     * another option, no such project, team or zone; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization; a row a week, from Mondays in the options' zone. From start to before end; project: its code, null all;
     * options: as dora. Seconds from commitment to done, and the shares within a day, a week and 30 days; partial: not the whole week. Errors: 400
     * another option, no such project, team or zone; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/leave": {
    /**
     * For the person, and for clients of the employer whose crew it is. reason: in words; left_on: a day from the first aboard to today. Returns
     * the assignment {id, person, vessel, position, status, started_on, ended_on}. Errors: 400 a day that cannot be; 403 nobody of one's crew;
     * 409 not aboard.
     */
    get: {
      parameters: {
        query: {
          person: string;
          reason: string;
          left_on?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For the person, and for clients of the employer whose crew it is. reason: in words; left_on: a day from the first aboard to today. Returns
     * the assignment {id, person, vessel, position, status, started_on, ended_on}. Errors: 400 a day that cannot be; 403 nobody of one's crew;
     * 409 not aboard.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: date */
            left_on?: string;
            /** Format: uuid */
            person: string;
            /** Format: text */
            reason: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/lift_barrier": {
    /**
     * For clients of the campaign's employer. person: a pending candidate whom a rule disqualifies; reason: in words, which decisions shows.
     * 204. Errors: 400 no reason, no candidate; 403; 409 decided, lifted already, or no rule disqualifies.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          person: string;
          reason: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the campaign's employer. person: a pending candidate whom a rule disqualifies; reason: in words, which decisions shows.
     * 204. Errors: 400 no reason, no candidate; 403; 409 decided, lifted already, or no rule disqualifies.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: uuid */
            person: string;
            /** Format: text */
            reason: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/lineage": {
    /**
     * For anybody signed in: it tells of the catalog. object: a name in api or signals, with or without the schema; column: of it, null all. A row
     * says that a column is made of another one, depth steps away. Errors: 404 no such object or column.
     */
    get: {
      parameters: {
        query: {
          object: string;
          column?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anybody signed in: it tells of the catalog. object: a name in api or signals, with or without the schema; column: of it, null all. A row
     * says that a column is made of another one, depth steps away. Errors: 404 no such object or column.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            column?: string;
            /** Format: text */
            object: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/load_artifacts": {
    /**
     * For administrators. organization: whose they are; path: the run's folder, inside the server's folder of artifacts. 202 {job}: the one that
     * waits or runs where it is asked twice. Errors: 400 no such organisation, a path outside or to no folder; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          path: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. organization: whose they are; path: the run's folder, inside the server's folder of artifacts. 202 {job}: the one that
     * waits or runs where it is asked twice. Errors: 400 no such organisation, a path outside or to no folder; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization: string;
            /** Format: text */
            path: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/load_records": {
    /**
     * For members of the organization. project: its code; kind: commit, deployment, incident, pull_request, review, work_item, status_change or
     * sprint; documents: a list of objects with ids of their own, in any order. {loaded, updated, rejected: [{id, reason}]}; the same again
     * changes nothing. Errors: 400 another kind, no list; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          project: string;
          kind: string;
          documents: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. project: its code; kind: commit, deployment, incident, pull_request, review, work_item, status_change or
     * sprint; documents: a list of objects with ids of their own, in any order. {loaded, updated, rejected: [{id, reason}]}; the same again
     * changes nothing. Errors: 400 another kind, no list; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            documents: unknown;
            /** Format: text */
            kind: string;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/login": {
    /**
     * email, password: as registered; cookie: where the refresh token goes. 200 {access_token, token_type, expires_in, account},
     * the refresh token in a cookie, or, where cookie is false, as refresh_token; 401, the same for every reason; 429 with Retry-After.
     */
    get: {
      parameters: {
        query: {
          email: string;
          password: string;
          cookie?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * email, password: as registered; cookie: where the refresh token goes. 200 {access_token, token_type, expires_in, account},
     * the refresh token in a cookie, or, where cookie is false, as refresh_token; 401, the same for every reason; 429 with Retry-After.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            cookie?: boolean;
            /** Format: text */
            email: string;
            /** Format: text */
            password: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/logout": {
    /**
     * refresh_token: by default that of the cookie; everywhere: all sessions of the account. 204, also for a token that is dead; the cookie is
     * cleared.
     */
    get: {
      parameters: {
        query: {
          refresh_token?: string;
          everywhere?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * refresh_token: by default that of the cookie; everywhere: all sessions of the account. 204, also for a token that is dead; the cookie is
     * cleared.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            everywhere?: boolean;
            /** Format: text */
            refresh_token?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/make_report": {
    /**
     * 202 {job}; see view jobs for its result {document}. Kinds candidate, recruiter, onboarding, manager (subject {person, campaign}), vessel
     * ({vessel}), fleet ({organization}), signal ({signal}), delivery ({organization, start, end}), simulation ({simulation}), match ({match}),
     * and what the site has added. 400 a kind, subject, format or language that is none; 403; 404; 409 a simulation that is not completed; 429.
     */
    get: {
      parameters: {
        query: {
          kind: string;
          subject: string;
          format?: string;
          language?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * 202 {job}; see view jobs for its result {document}. Kinds candidate, recruiter, onboarding, manager (subject {person, campaign}), vessel
     * ({vessel}), fleet ({organization}), signal ({signal}), delivery ({organization, start, end}), simulation ({simulation}), match ({match}),
     * and what the site has added. 400 a kind, subject, format or language that is none; 403; 404; 409 a simulation that is not completed; 429.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            format?: string;
            /** Format: text */
            kind: string;
            /** Format: text */
            language?: string;
            /** Format: jsonb */
            subject: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/mark_read": {
    /** For members. up_to: the event up to which; null: all that there is now. 204; a mark does not go back. Errors: 400 a negative number. */
    get: {
      parameters: {
        query: {
          up_to?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members. up_to: the event up to which; null: all that there is now. 204; a mark does not go back. Errors: 400 a negative number. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            up_to?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/match": {
    /**
     * For anyone signed in with consent of kind visual. person: whom view matches names. Errors: 403 no consent; 404 not one of one's
     * matches.
     */
    get: {
      parameters: {
        query: {
          person: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. person: whom view matches names. Errors: 403 no consent; 404 not one of one's
     * matches.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/match_report": {
    /**
     * For anyone signed in with consent of kind visual. match: its id. format html: 200 {html}, an XHTML document; pdf, docx: 202 {job}, whose
     * result is {document}, as make_report with kind match. Errors: 400 another format; 403 no consent; 404 not one of one's matches; 429.
     */
    get: {
      parameters: {
        query: {
          match: number;
          format?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. match: its id. format html: 200 {html}, an XHTML document; pdf, docx: 202 {job}, whose
     * result is {document}, as make_report with kind match. Errors: 400 another format; 403 no consent; 404 not one of one's matches; 429.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            format?: string;
            /** Format: bigint */
            match: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/match_top": {
    /**
     * For anyone signed in with consent of kind visual; best first. k: 1 to 50. The list stays the same all day; nobody stands on too many of
     * them. Errors: 400 k; 403 no consent.
     */
    get: {
      parameters: {
        query: {
          k?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual; best first. k: 1 to 50. The list stays the same all day; nobody stands on too many of
     * them. Errors: 400 k; 403 no consent.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            k?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/matching": {
    /**
     * For clients of its employer, in whole numbers; a row a candidate, the best first: stage 1 is fit to the position (g_fit, centile), stage 2
     * predicted success with the vessel's crew (y_success and its terms), each with its 90 % interval. top: so many rows only. f_team is null
     * for a crew of fewer than five people whose traits were measured. Errors: 403; 409 the campaign is archived.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          top?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer, in whole numbers; a row a candidate, the best first: stage 1 is fit to the position (g_fit, centile), stage 2
     * predicted success with the vessel's crew (y_success and its terms), each with its 90 % interval. top: so many rows only. f_team is null
     * for a crew of fewer than five people whose traits were measured. Errors: 403; 409 the campaign is archived.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: bigint */
            top?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/may_listen": {
    /** 200 true; 403. */
    get: {
      parameters: {
        query: {
          channel: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 true; 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            channel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/members": {
    /** For the clients of the organization and administrators: rows (account, email, full_name, role, since). 403 for everybody else. */
    get: {
      parameters: {
        query: {
          organization: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For the clients of the organization and administrators: rows (account, email, full_name, role, since). 403 for everybody else. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/metadata": {
    /** For members. organization: of this one; null: of all one's own. {layers, checks, freshness, runs}. Errors: 403. */
    get: {
      parameters: {
        query: {
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members. organization: of this one; null: of all one's own. {layers, checks, freshness, runs}. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/metric_query": {
    /**
     * For members of the organization; a row a key. metric: of signal_metrics; group_by: names of dimensions; filters: {name: value or [values]}.
     * n: of how many values. Errors: 400 a name that is not there; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          metric: string;
          group_by?: string;
          filters?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization; a row a key. metric: of signal_metrics; group_by: names of dimensions; filters: {name: value or [values]}.
     * n: of how many values. Errors: 400 a name that is not there; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            filters?: unknown;
            /** Format: text[] */
            group_by?: string[];
            /** Format: text */
            metric: string;
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/metrics": {
    /** For harmony_monitor and administrators. Errors: 403. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For harmony_monitor and administrators. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/model_performance": {
    /**
     * For members and administrators. model: its name; version: null all; days: 1 to 365; organization: null all of one's own. {window, n,
     * performance, expected, reference, drift, by_version}; expected: of predictions without outcomes, to be read beside the calibration of
     * reference, the last window with outcomes before. auc_low and auc_high, observed_low and observed_high of calibration: 95 % intervals;
     * reference.auc_change {difference, low, high}: how the area has moved. Of a model about people members are told what was published: by
     * calendar year, rounded, in years. Errors: 400 other days, no such model; 403.
     */
    get: {
      parameters: {
        query: {
          model: string;
          version?: string;
          days?: number;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members and administrators. model: its name; version: null all; days: 1 to 365; organization: null all of one's own. {window, n,
     * performance, expected, reference, drift, by_version}; expected: of predictions without outcomes, to be read beside the calibration of
     * reference, the last window with outcomes before. auc_low and auc_high, observed_low and observed_high of calibration: 95 % intervals;
     * reference.auc_change {difference, low, high}: how the area has moved. Of a model about people members are told what was published: by
     * calendar year, rounded, in years. Errors: 400 other days, no such model; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            days?: number;
            /** Format: text */
            model: string;
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            version?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/narrative": {
    /**
     * For members of the organization. facility: its number; format: json, or markdown for {markdown}; run_id: null the newest. Errors: 400
     * another format; 403; 404 there is none.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          facility: string;
          format?: string;
          run_id?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. facility: its number; format: json, or markdown for {markdown}; run_id: null the newest. Errors: 400
     * another format; 403; 404 there is none.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            facility: string;
            /** Format: text */
            format?: string;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            run_id?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/next_item": {
    /**
     * For whose test it is. test: of begin_test; answer: the number of the option, 0 leaves the item out; without it the item that is open is
     * told; response_ms: milliseconds until the answer.
     *
     * {item: {position, text, options}, n_answered, stop, submission}: at the end item is null, stop true, and the score of the submission is in
     * view results. Errors: 400 no option of the item, a missing time; 403 another's test or none; 409 expired, ended, answered already.
     */
    get: {
      parameters: {
        query: {
          test: string;
          answer?: number;
          response_ms?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For whose test it is. test: of begin_test; answer: the number of the option, 0 leaves the item out; without it the item that is open is
     * told; response_ms: milliseconds until the answer.
     *
     * {item: {position, text, options}, n_answered, stop, submission}: at the end item is null, stop true, and the score of the submission is in
     * view results. Errors: 400 no option of the item, a missing time; 403 another's test or none; 409 expired, ended, answered already.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: smallint */
            answer?: number;
            /** Format: integer */
            response_ms?: number;
            /** Format: uuid */
            test: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/ontology_neighbors": {
    /**
     * For members, of their own organisations' newest runs. vertex: its name; label: node, metric, domain, facility or system, these alone;
     * depth: 1 to 3 steps. A row a vertex: the edge by which it is reached, and how far it is. Errors: 400 another label or depth.
     */
    get: {
      parameters: {
        query: {
          vertex: string;
          label?: string;
          depth?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members, of their own organisations' newest runs. vertex: its name; label: node, metric, domain, facility or system, these alone;
     * depth: 1 to 3 steps. A row a vertex: the edge by which it is reached, and how far it is. Errors: 400 another label or depth.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            depth?: number;
            /** Format: text */
            label?: string;
            /** Format: text */
            vertex: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/open_survey": {
    /**
     * For clients of the vessel's employer. kind: of survey_kinds; closes_at: null leaves it open until close_survey. 201 the survey; the crew
     * gets messages. Errors: 400 an unknown kind, an end in the past; 403; 429 more than 5 open, or 10 in 30 days.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          kind: string;
          closes_at?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer. kind: of survey_kinds; closes_at: null leaves it open until close_survey. 201 the survey; the crew
     * gets messages. Errors: 400 an unknown kind, an end in the past; 403; 429 more than 5 open, or 10 in 30 days.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            closes_at?: string;
            /** Format: text */
            kind: string;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/oversight_stats": {
    /**
     * For members and administrators. days: 1 to 365; organization: null all of one's own. {models, predictions, validated, anomalies {low,
     * medium, high, critical}, checks, refused}. Errors: 400 other days; 403.
     */
    get: {
      parameters: {
        query: {
          days?: number;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members and administrators. days: 1 to 365; organization: null all of one's own. {models, predictions, validated, anomalies {low,
     * medium, high, critical}, checks, refused}. Errors: 400 other days; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            days?: number;
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/photo_put": {
    /**
     * For anyone signed in with consent of kind visual. document: an own document of kind photo, JPEG or PNG. 202 {photo, job}; view photos tells
     * what was found. Errors: 400 a document that is no photo; 403 no consent; 404 not one's own; 409 not all of it is there; 413 too many
     * photos; 429 too many in a day.
     */
    get: {
      parameters: {
        query: {
          document: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. document: an own document of kind photo, JPEG or PNG. 202 {photo, job}; view photos tells
     * what was found. Errors: 400 a document that is no photo; 403 no consent; 404 not one's own; 409 not all of it is there; 413 too many
     * photos; 429 too many in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/portfolio": {
    /**
     * For members of the organization; a row an active project, of its last sprints that ended from start to before end. health: 0 to 100, from
     * health_parts, of what is measured. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization; a row an active project, of its last sprints that ended from start to before end. health: 0 to 100, from
     * health_parts, of what is measured. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: uuid */
            organization: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/rebuild_snapshots": {
    /**
     * For administrators. vessels: these with their fleets, 1,000 at most; null: all. 202 {job}; its result is {rebuilt}, how many snapshots.
     * Errors: 403; 413 more vessels.
     */
    get: {
      parameters: {
        query: {
          vessels?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. vessels: these with their fleets, 1,000 at most; null: all. 202 {job}; its result is {rebuilt}, how many snapshots.
     * Errors: 403; 413 more vessels.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid[] */
            vessels?: string[];
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/record_feedback": {
    /**
     * For members; 201 {id, successes, failures, confidence}. sql: the statement; intent: the question; helpful: whether it helped; correction:
     * what was written in its place; sqlstate: how it failed; organization: as check_sql. Constants are masked before they are kept, and of the
     * question a few known phrases are. Errors: 400 an empty or too long text, no SQLSTATE; 403; 429.
     */
    get: {
      parameters: {
        query: {
          sql: string;
          intent: string;
          helpful: boolean;
          correction?: string;
          sqlstate?: string;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; 201 {id, successes, failures, confidence}. sql: the statement; intent: the question; helpful: whether it helped; correction:
     * what was written in its place; sqlstate: how it failed; organization: as check_sql. Constants are masked before they are kept, and of the
     * question a few known phrases are. Errors: 400 an empty or too long text, no SQLSTATE; 403; 429.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            correction?: string;
            /** Format: boolean */
            helpful: boolean;
            /** Format: text */
            intent: string;
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            sql: string;
            /** Format: text */
            sqlstate?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/refresh": {
    /** 200 as login; 401 for a token that is not valid any more. A token is good once: one that comes again later ends the session. */
    get: {
      parameters: {
        query: {
          refresh_token?: string;
          cookie?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 as login; 401 for a token that is not valid any more. A token is good once: one that comes again later ends the session. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            cookie?: boolean;
            /** Format: text */
            refresh_token?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/refresh_layers": {
    /**
     * For administrators. organization, run_id: of runs; full: all runs are built anew. 202 {job}: the one that waits or runs where it is asked
     * twice. Errors: 400 no such organisation; 403; 404 no such run.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          run_id: string;
          full?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. organization, run_id: of runs; full: all runs are built anew. 202 {job}: the one that waits or runs where it is asked
     * twice. Errors: 400 no such organisation; 403; 404 no such run.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            full?: boolean;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            run_id: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/register": {
    /**
     * email: name@example.org; password: 8 to 128 characters, none that many have; full_name, phone, location: texts in one line; organization:
     * the name of one that is made, whose client the account is. 201 {access_token, token_type, expires_in, account}, the refresh token
     * in a cookie, or, where cookie is false, as refresh_token; 202 where the site has addresses verified first; 400 a bad
     * address or a weak password; 409 the address is taken; 429 with Retry-After.
     */
    get: {
      parameters: {
        query: {
          email: string;
          password: string;
          full_name?: string;
          phone?: string;
          location?: string;
          organization?: string;
          cookie?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * email: name@example.org; password: 8 to 128 characters, none that many have; full_name, phone, location: texts in one line; organization:
     * the name of one that is made, whose client the account is. 201 {access_token, token_type, expires_in, account}, the refresh token
     * in a cookie, or, where cookie is false, as refresh_token; 202 where the site has addresses verified first; 400 a bad
     * address or a weak password; 409 the address is taken; 429 with Retry-After.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            cookie?: boolean;
            /** Format: text */
            email: string;
            /** Format: text */
            full_name?: string;
            /** Format: text */
            location?: string;
            /** Format: text */
            organization?: string;
            /** Format: text */
            password: string;
            /** Format: text */
            phone?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/remove_member": {
    /** For the clients of the organization and administrators. 204, also where it did not; 403. */
    get: {
      parameters: {
        query: {
          organization: string;
          account: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For the clients of the organization and administrators. 204, also where it did not; 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            account: string;
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/reopen_signal": {
    /**
     * For members of the signal's organisation. reason: in words. The row of signal_assignments: in_progress. Errors: 400 no reason; 404 no such
     * signal; 409 it is not closed; 429 too many acts.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          reason: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. reason: in words. The row of signal_assignments: in_progress. Errors: 400 no reason; 404 no such
     * signal; 409 it is not closed; 429 too many acts.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            reason: string;
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/report": {
    /**
     * context: candidate (the person alone), recruiter (a client of the employer of the campaign, which must be named), onboarding and manager
     * (clients of the employer who hired the person, or whose crew it is). {person, context, campaign, items, advice}, for the candidate of a
     * campaign also statements: which safety rules applied, and how to ask for a human review. language: of the words, English where there are
     * none. Errors: 400 an unknown context, no campaign; 403;
     * 409 the campaign is archived.
     */
    get: {
      parameters: {
        query: {
          person: string;
          context: string;
          campaign?: string;
          language?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * context: candidate (the person alone), recruiter (a client of the employer of the campaign, which must be named), onboarding and manager
     * (clients of the employer who hired the person, or whose crew it is). {person, context, campaign, items, advice}, for the candidate of a
     * campaign also statements: which safety rules applied, and how to ask for a human review. language: of the words, English where there are
     * none. Errors: 400 an unknown context, no campaign; 403;
     * 409 the campaign is archived.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign?: string;
            /** Format: text */
            context: string;
            /** Format: text */
            language?: string;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/report_readings": {
    /**
     * One's own; a row a day, context and employer, the newest first. context: as report; employer: for whom it was read, null for an
     * administrator; campaign, title: of which search.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * One's own; a row a day, context and employer, the newest first. context: as report; employer: for whom it was read, null for an
     * administrator; campaign, title: of which search.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/repositories": {
    /**
     * For members of the organization; a row a project. From start to before end; project: its code, null all; options: as dora. What is about
     * authors is of at least five of them, else null. Errors: 400 another option; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization; a row a project. From start to before end; project: its code, null all; options: as dora. What is about
     * authors is of at least five of them, else null. Errors: 400 another option; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/request_email_verification": {
    /** 202; 429. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 202; 429. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/request_password_reset": {
    /** email: of the account. 202, whether or not there is one; 429. */
    get: {
      parameters: {
        query: {
          email: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** email: of the account. 202, whether or not there is one; 429. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            email: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/request_review": {
    /**
     * For whoever applied to the campaign, before a decision or after it. message: what is to be looked at, up to 2,000 characters. 201 {review,
     * campaign, message, requested_at}; the employer gets a message, and the answer stands in review_requests. Errors: 400 no message, one that is
     * too long, no application; 409 one waits for an answer already.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          message: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For whoever applied to the campaign, before a decision or after it. message: what is to be looked at, up to 2,000 characters. 201 {review,
     * campaign, message, requested_at}; the employer gets a message, and the answer stands in review_requests. Errors: 400 no message, one that is
     * too long, no application; 409 one waits for an answer already.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: text */
            message: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/reset_password": {
    /**
     * token: of the mail, good for an hour; new_password: 8 to 128 characters. 204; 401 a token that is not valid; 400 a weak password, with
     * which the token is not spent.
     */
    get: {
      parameters: {
        query: {
          token: string;
          new_password: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * token: of the mail, good for an hour; new_password: 8 to 128 characters. 204; 401 a token that is not valid; 400 a weak password, with
     * which the token is not spent.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            new_password: string;
            /** Format: text */
            token: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/resolve": {
    /**
     * For anybody who holds it, signed in or not; it is not used up. {kind, title, position, vessel, employer, expires_at}. Errors: 400 with one
     * message for a token that was never issued, is spent, has expired or was revoked.
     */
    get: {
      parameters: {
        query: {
          token: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anybody who holds it, signed in or not; it is not used up. {kind, title, position, vessel, employer, expires_at}. Errors: 400 with one
     * message for a token that was never issued, is spent, has expired or was revoked.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            token: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/respond": {
    /**
     * For whoever served aboard when it was opened, or later. survey: its id; team_cohesion, workload (10 is the heaviest), leadership,
     * own_performance, intent_to_stay: each may be left out, one is needed. 201 {survey, responded_at}. Errors: 400 not one's survey, an answer
     * out of range, none; 409 closed, answered already.
     */
    get: {
      parameters: {
        query: {
          survey: string;
          team_cohesion?: number;
          workload?: number;
          leadership?: number;
          own_performance?: number;
          intent_to_stay?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For whoever served aboard when it was opened, or later. survey: its id; team_cohesion, workload (10 is the heaviest), leadership,
     * own_performance, intent_to_stay: each may be left out, one is needed. 201 {survey, responded_at}. Errors: 400 not one's survey, an answer
     * out of range, none; 409 closed, answered already.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: smallint */
            intent_to_stay?: number;
            /** Format: smallint */
            leadership?: number;
            /** Format: smallint */
            own_performance?: number;
            /** Format: uuid */
            survey: string;
            /** Format: smallint */
            team_cohesion?: number;
            /** Format: smallint */
            workload?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/retrain": {
    /**
     * For administrators. 202 {job}: the one that waits or runs where it is asked twice; its result is {retraining, version, activated}, version
     * null where nothing was learnt. Errors: 403.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. 202 {job}: the one that waits or runs where it is asked twice; its result is {retraining, version, activated}, version
     * null where nothing was learnt. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/retry_job": {
    /** For administrators. 204; 400 no such job; 403; 409 a job in another state, or another one of its key waits or runs. */
    get: {
      parameters: {
        query: {
          job: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. 204; 400 no such job; 403; 409 a job in another state, or another one of its key waits or runs. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            job: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/review_requests": {
    /** One's own; a row a request. answer is null until the employer has answered. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** One's own; a row a request. answer is null until the employer has answered. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/reviews": {
    /**
     * For members of the organization. Those opened from start to before end, without those of bots; project: its code, null all; options: as
     * dora. {n, reviewed, first_review, rounds, sizes, merge_rate, rework_share}, times in seconds. Errors: 400 another option; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. Those opened from start to before end, without those of bots; project: its code, null all; options: as
     * dora. {n, reviewed, first_review, rounds, sizes, merge_rate, rework_share}, times in seconds. Errors: 400 another option; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/revoke_session": {
    /** 204; 404 for one that is not. */
    get: {
      parameters: {
        query: {
          session: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 204; 404 for one that is not. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            session: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/revoke_tokens": {
    /** For clients of its employer. campaign, vessel: one of them. Errors: 400 both, or neither; 403. */
    get: {
      parameters: {
        query: {
          campaign?: string;
          vessel?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For clients of its employer. campaign, vessel: one of them. Errors: 400 both, or neither; 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign?: string;
            /** Format: uuid */
            vessel?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/role_adjacency": {
    /** For members. soc: a code of O*NET; top: 1 to 100. Errors: 400; 403; 404; 409 the occupations have not been indexed. */
    get: {
      parameters: {
        query: {
          soc: string;
          top?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members. soc: a code of O*NET; top: 1 to 100. Errors: 400; 403; 404; 409 the occupations have not been indexed. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            soc: string;
            /** Format: integer */
            top?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/roster": {
    /** For clients of the vessel's employer; a row a person, in the order of the positions. Errors: 403. */
    get: {
      parameters: {
        query: {
          vessel: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For clients of the vessel's employer; a row a person, in the order of the positions. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/run_now": {
    /** For administrators. 202 {job}: the one that waits or runs where it is asked twice; 400 no such schedule; 403. */
    get: {
      parameters: {
        query: {
          schedule: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. 202 {job}: the one that waits or runs where it is asked twice; 400 no such schedule; 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            schedule: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/seek_simulation": {
    /**
     * For planners. config: as in start_simulation; low, high: where it is sought; organization: by default that for which one plans. Errors: 400;
     * 403; 413 more than 10^9 agents times steps times iterations in all.
     */
    get: {
      parameters: {
        query: {
          config: string;
          input: string;
          metric: string;
          goal: number;
          low: number;
          high: number;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For planners. config: as in start_simulation; low, high: where it is sought; organization: by default that for which one plans. Errors: 400;
     * 403; 413 more than 10^9 agents times steps times iterations in all.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            config: unknown;
            /** Format: double precision */
            goal: number;
            /** Format: double precision */
            high: number;
            /** Format: text */
            input: string;
            /** Format: double precision */
            low: number;
            /** Format: text */
            metric: string;
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/sensitivity": {
    /**
     * For clients of its employer; a row a weight and direction (20 % less, 20 % more). top: the first places that are compared. Errors: 403;
     * 409 the campaign is archived.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          top?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer; a row a weight and direction (20 % less, 20 % more). top: the first places that are compared. Errors: 403;
     * 409 the campaign is archived.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: bigint */
            top?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_active": {
    /** For administrators. active: whether it may sign in. 204; 400 an account that is not there; 409 the last administrator. */
    get: {
      parameters: {
        query: {
          account: string;
          active: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. active: whether it may sign in. 204; 400 an account that is not there; 409 the last administrator. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            account: string;
            /** Format: boolean */
            active: boolean;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_environment": {
    /**
     * For clients of the vessel's employer. environment: what is to change, null removes. Errors: 400 an unknown key, a number out of range;
     * 403; 429 more than five changes in 30 days.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          environment: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer. environment: what is to change, null removes. Errors: 400 an unknown key, a number out of range;
     * 403; 429 more than five changes in 30 days.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            environment: unknown;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_filters": {
    /**
     * For anyone signed in with consent of kind visual. filters: an object of columns of view filters; those that are not named stay, null takes
     * one back. 204. Errors: 400 another name, less than 18 years old, or a value that cannot be; 403 no consent; 429 too many changes in a day,
     * more than one of place or born_on.
     */
    get: {
      parameters: {
        query: {
          filters: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. filters: an object of columns of view filters; those that are not named stay, null takes
     * one back. 204. Errors: 400 another name, less than 18 years old, or a value that cannot be; 403 no consent; 429 too many changes in a day,
     * more than one of place or born_on.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            filters: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_leader": {
    /**
     * For clients of the vessel's employer. person: one of the active crew; null: nobody leads. 204. Errors: 403; 409 a person who is not
     * aboard.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          person: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer. person: one of the active crew; null: nobody leads. 204. Errors: 403; 409 a person who is not
     * aboard.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            person: string;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_member": {
    /**
     * For the clients of the organization and administrators. email: of the account. 204; 400 a role that is not there, or no
     * account with this address; 403; 429.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          email: string;
          role: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For the clients of the organization and administrators. email: of the account. 204; 400 a role that is not there, or no
     * account with this address; 403; 429.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            email: string;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            role: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_roles": {
    /** For administrators. 204; 400 an account or role that is not there; 409 the last administrator. */
    get: {
      parameters: {
        query: {
          account: string;
          roles: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. 204; 400 an account or role that is not there; 409 the last administrator. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            account: string;
            /** Format: text[] */
            roles: string[];
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_signal_status": {
    /**
     * For members of the signal's organisation. status: new to assigned to in_progress to resolved to closed; back from in_progress to assigned
     * and new, from resolved to in_progress. notes: replace those there are. The row of signal_assignments. Errors: 400 no such status; 404 no
     * such signal; 409 a step that the workflow lacks; 429 too many acts.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          status: string;
          notes?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. status: new to assigned to in_progress to resolved to closed; back from in_progress to assigned
     * and new, from resolved to in_progress. notes: replace those there are. The row of signal_assignments. Errors: 400 no such status; 404 no
     * such signal; 409 a step that the workflow lacks; 429 too many acts.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            notes?: string;
            /** Format: bigint */
            signal: number;
            /** Format: text */
            status: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/shortlist": {
    /**
     * For clients of its employer. persons: candidates, others are left out; shortlisted: false takes off. Errors: 400 no list; 403; 409 the
     * campaign is neither open nor closed; 413 more than 10,000.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          persons: string;
          shortlisted?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer. persons: candidates, others are left out; shortlisted: false takes off. Errors: 400 no list; 403; 409 the
     * campaign is neither open nor closed; 413 more than 10,000.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: uuid[] */
            persons: string[];
            /** Format: boolean */
            shortlisted?: boolean;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_children": {
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    get: {
      parameters: {
        query: {
          signal: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_contributions": {
    /**
     * For members of the signal's organisation; a row a part: by how much it adds to the value (excess) or takes from it. top: 1 to 50. Errors:
     * 400 another top; 404 no such signal.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          top?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation; a row a part: by how much it adds to the value (excess) or takes from it. top: 1 to 50. Errors:
     * 400 another top; 404 no such signal.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            signal: number;
            /** Format: integer */
            top?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_detail": {
    /**
     * For members of the signal's organisation. {signal, peers {n, mean, median, sd}, trend [{period, value, z}], statistics, chart (rows of
     * harmony.control_chart), funnel or null, indicators, refinements, reason, since {run_id, first_run_id, detected_at}, comments [{author,
     * author_name, comment, created_at}], checks}. brief: points of the funnel are the signal's facility and those outside the 99.8 % limits,
     * each with name and outside; n, how many there are; others [[size, value, lower_95, upper_95, lower_998, upper_998]]. Errors: 404 no such
     * signal.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          brief?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. {signal, peers {n, mean, median, sd}, trend [{period, value, z}], statistics, chart (rows of
     * harmony.control_chart), funnel or null, indicators, refinements, reason, since {run_id, first_run_id, detected_at}, comments [{author,
     * author_name, comment, created_at}], checks}. brief: points of the funnel are the signal's facility and those outside the 99.8 % limits,
     * each with name and outside; n, how many there are; others [[size, value, lower_95, upper_95, lower_998, upper_998]]. Errors: 404 no such
     * signal.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            brief?: boolean;
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_filters": {
    /** For members. organization: of this one; null: of all one's own. {domains, metrics, facilities, systems, statuses, types}. Errors: 403. */
    get: {
      parameters: {
        query: {
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members. organization: of this one; null: of all one's own. {domains, metrics, facilities, systems, statuses, types}. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_parents": {
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    get: {
      parameters: {
        query: {
          signal: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_related": {
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    get: {
      parameters: {
        query: {
          signal: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/simulate": {
    /**
     * For clients of the vessel's employer. persons: up to 50 of the employer's crews and open candidates. {vessel, model_version, now, then,
     * delta, joining, leaving, members}; of a crew of fewer than five people whose traits were measured now, then and delta are null. Errors:
     * 403 a person who is neither; 413 too many.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          persons: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer. persons: up to 50 of the employer's crews and open candidates. {vessel, model_version, now, then,
     * delta, joining, leaving, members}; of a crew of fewer than five people whose traits were measured now, then and delta are null. Errors:
     * 403 a person who is neither; 413 too many.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid[] */
            persons: string[];
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/simulation": {
    /**
     * For members; roles with fewer than five posts are joined as "other" for those who do not plan, and of fewer than five posts in all they have
     * no result. wide: the steps as flat objects. Errors: 404.
     */
    get: {
      parameters: {
        query: {
          id: string;
          wide?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; roles with fewer than five posts are joined as "other" for those who do not plan, and of fewer than five posts in all they have
     * no result. wide: the steps as flat objects. Errors: 404.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            id: string;
            /** Format: boolean */
            wide?: boolean;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/simulation_defaults": {
    /** For members. organization: whose workloads; by default that of who belongs to one. Errors: 403. */
    get: {
      parameters: {
        query: {
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members. organization: whose workloads; by default that of who belongs to one. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/simulation_tornado": {
    /**
     * For planners. config: as in start_simulation; spans: {input: span}; metric: of all roles together, or npv; organization: by default
     * that for which one plans. Errors: 400; 403; 413 more than 10^9 agents times steps times iterations in all.
     */
    get: {
      parameters: {
        query: {
          config: string;
          spans: string;
          metric: string;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For planners. config: as in start_simulation; spans: {input: span}; metric: of all roles together, or npv; organization: by default
     * that for which one plans. Errors: 400; 403; 413 more than 10^9 agents times steps times iterations in all.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            config: unknown;
            /** Format: text */
            metric: string;
            /** Format: uuid */
            organization?: string;
            /** Format: jsonb */
            spans: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/snooze_signal": {
    /**
     * For members of the signal's organisation. until: a time to come; null: no longer. The row of signal_assignments. Errors: 400 a time that is
     * past; 404 no such signal; 409 it is closed; 429 too many acts.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          until: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. until: a time to come; null: no longer. The row of signal_assignments. Errors: 400 a time that is
     * past; 404 no such signal; 409 it is closed; 429 too many acts.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            signal: number;
            /** Format: timestamp with time zone */
            until: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/sociogram": {
    /**
     * For clients of the vessel's employer. candidates: people to be shown with the crew. {nodes, edges, summary, model_version}; of a crew of
     * fewer than five people whose traits were measured an empty picture with a reason. Errors: 403; 413 too many people.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          candidates?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer. candidates: people to be shown with the crew. {nodes, edges, summary, model_version}; of a crew of
     * fewer than five people whose traits were measured an empty picture with a reason. Errors: 403; 413 too many people.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid[] */
            candidates?: string[];
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/start_sensitivity": {
    /**
     * For planners. config: as in start_simulation; spans: {input: span}; metric: of all roles together, or npv; samples: 8 to 65536;
     * organization: by default that for which one plans. 202 {simulation, job}; its result: {indices: [{input, first, first_low, first_high,
     * total, total_low, total_high}]}. Errors: 400; 403; 413 too large, or too much is kept; 429 too many in a day.
     */
    get: {
      parameters: {
        query: {
          config: string;
          spans: string;
          metric: string;
          samples?: number;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For planners. config: as in start_simulation; spans: {input: span}; metric: of all roles together, or npv; samples: 8 to 65536;
     * organization: by default that for which one plans. 202 {simulation, job}; its result: {indices: [{input, first, first_low, first_high,
     * total, total_low, total_high}]}. Errors: 400; 403; 413 too large, or too much is kept; 429 too many in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            config: unknown;
            /** Format: text */
            metric: string;
            /** Format: uuid */
            organization?: string;
            /** Format: integer */
            samples?: number;
            /** Format: jsonb */
            spans: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/start_simulation": {
    /**
     * For planners. config: as harmony.simulate_workforce, workloads by default the organization's; organization: by default that for which one
     * plans; name: a label, of 1 to 500 characters. 202 {simulation, job, cached}: the same within an hour is not run again. Errors: 400 naming
     * the key, also for a role named "other", which small roles are shown as; 403; 413 too large, or too much is kept; 429 too many in a day.
     */
    get: {
      parameters: {
        query: {
          config: string;
          organization?: string;
          name?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For planners. config: as harmony.simulate_workforce, workloads by default the organization's; organization: by default that for which one
     * plans; name: a label, of 1 to 500 characters. 202 {simulation, job, cached}: the same within an hour is not run again. Errors: 400 naming
     * the key, also for a role named "other", which small roles are shown as; 403; 413 too large, or too much is kept; 429 too many in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            config: unknown;
            /** Format: text */
            name?: string;
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/submit": {
    /**
     * For anyone signed in, in the own name. instrument: its id; answers: by position of the item, null where not answered, of a test the number
     * of the option; response_ms: milliseconds an item, which some instruments require; started_at: when the person began. Takes an
     * Idempotency-Key.
     *
     * 201 {submission, submitted_at, results: [{trait, score, t_score, percentile, sem, reliable, flags}], completeness}. Of a cognitive test
     * results is null: the score is in view results as soon as the answer to this call is there. completeness: share of the items that were
     * answered. Errors: 400 answers that do not fit the instrument, missing times, an instrument that is not active; 409 no attempt at the test
     * is left.
     */
    get: {
      parameters: {
        query: {
          instrument: number;
          answers: string;
          response_ms?: string;
          started_at?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in, in the own name. instrument: its id; answers: by position of the item, null where not answered, of a test the number
     * of the option; response_ms: milliseconds an item, which some instruments require; started_at: when the person began. Takes an
     * Idempotency-Key.
     *
     * 201 {submission, submitted_at, results: [{trait, score, t_score, percentile, sem, reliable, flags}], completeness}. Of a cognitive test
     * results is null: the score is in view results as soon as the answer to this call is there. completeness: share of the items that were
     * answered. Errors: 400 answers that do not fit the instrument, missing times, an instrument that is not active; 409 no attempt at the test
     * is left.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: smallint[] */
            answers: number[];
            /** Format: integer */
            instrument: number;
            /** Format: integer[] */
            response_ms?: number[];
            /** Format: timestamp with time zone */
            started_at?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/suggest_fix": {
    /**
     * For members; at most three rows sql, confidence, reason, with $1, $2, ... for constants; each passes check_sql by the policy. sql, policy,
     * organization: as check_sql; intent: the question; sqlstate: how it failed. Errors: 400 as check_sql; 403.
     */
    get: {
      parameters: {
        query: {
          sql: string;
          intent?: string;
          sqlstate?: string;
          policy?: string;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; at most three rows sql, confidence, reason, with $1, $2, ... for constants; each passes check_sql by the policy. sql, policy,
     * organization: as check_sql; intent: the question; sqlstate: how it failed. Errors: 400 as check_sql; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            intent?: string;
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            policy?: string;
            /** Format: text */
            sql: string;
            /** Format: text */
            sqlstate?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/survey_results": {
    /**
     * survey_kind: null all. low, high: a standard deviation to either side of the mean, within 0 to 100.
     *
     * For clients of the vessel's employer, as published: of the first 5, 10, 15 ... people who count. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          survey_kind?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * survey_kind: null all. low, high: a standard deviation to either side of the mean, within 0 to 100.
     *
     * For clients of the vessel's employer, as published: of the first 5, 10, 15 ... people who count. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            survey_kind?: string;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/task_scores": {
    /** For members; a row a task. soc: a code of O*NET. Errors: 403; 404. */
    get: {
      parameters: {
        query: {
          soc: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members; a row a task. soc: a code of O*NET. Errors: 403; 404. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            soc: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/undo_import": {
    /**
     * For administrators. batch: of import_batches. {submissions_deleted, submissions_restored, persons_deleted}: of the accounts that it made
     * those
     * go that nothing else uses. Errors: 400 no such import; 403; 409 one that is not applied, or that a later one has changed.
     */
    get: {
      parameters: {
        query: {
          batch: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. batch: of import_batches. {submissions_deleted, submissions_restored, persons_deleted}: of the accounts that it made
     * those
     * go that nothing else uses. Errors: 400 no such import; 403; 409 one that is not applied, or that a later one has changed.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            batch: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/upload_part": {
    /** 200 {part, received}; the same part again replaces it. 400 no such part, too short; 404; 409 the upload is over; 413 too large. */
    get: {
      parameters: {};
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 {part, received}; the same part again replaces it. 400 no such part, too short; 404; 409 the upload is over; 413 too large. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bytea */
            "": string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/upload_parts": {
    /** Of a document the parts of these numbers, or all. 200 {received, parts: [{number, url}]}; 404; 409 the upload is over. */
    get: {
      parameters: {
        query: {
          document: string;
          numbers?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** Of a document the parts of these numbers, or all. 200 {received, parts: [{number, url}]}; 404; 409 the upload is over. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
            /** Format: integer[] */
            numbers?: number[];
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/verify_document": {
    /** For administrators; the note goes into the audit trail. 204; 403; 404; 409 not ready. */
    get: {
      parameters: {
        query: {
          document: string;
          verified: boolean;
          note?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators; the note goes into the audit trail. 204; 403; 404; 409 not ready. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
            /** Format: text */
            note?: string;
            /** Format: boolean */
            verified: boolean;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/verify_email": {
    /** 204; 401 a token that is not valid. */
    get: {
      parameters: {
        query: {
          token: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 204; 401 a token that is not valid. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            token: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/verify_snapshots": {
    /** For administrators. kind: vessel, fleet or toxicity; changes that wait to be rebuilt differ. Errors: 403. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. kind: vessel, fleet or toxicity; changes that wait to be rebuilt differ. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/visual_score": {
    /**
     * For anyone signed in with consent of kind visual; person: one of one's matches. {score, low, high}: 0 to 100, with 95 % limits, as scored
     * in the night. Errors: 403 no consent; 404 not one of one's matches; 409 phase 1 is not complete.
     */
    get: {
      parameters: {
        query: {
          person: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual; person: one of one's matches. {score, low, high}: 0 to 100, with 95 % limits, as scored
     * in the night. Errors: 403 no consent; 404 not one of one's matches; 409 phase 1 is not complete.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/want_to_meet": {
    /**
     * For anyone signed in with consent of kind visual. person: of discover or matches; answer: yes or no; again corrects it. 201 {person, answer,
     * answered_at}. Errors: 400 another answer; 403 no consent; 404 somebody whom one is not shown; 429 too many in a day.
     */
    get: {
      parameters: {
        query: {
          person: string;
          answer: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. person: of discover or matches; answer: yes or no; again corrects it. 201 {person, answer,
     * answered_at}. Errors: 400 another answer; 403 no consent; 404 somebody whom one is not shown; 429 too many in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            answer: string;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/withdraw": {
    /** For a candidate of the campaign, for good: the employer sees no more of the answers from then on. 204. Errors: 409 no open application. */
    get: {
      parameters: {
        query: {
          campaign: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For a candidate of the campaign, for good: the employer sees no more of the answers from then on. 204. Errors: 409 no open application. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/runs": {
    /** For members. status: loaded, not built yet; published; refused, a check failed and what was published before stays (metadata). */
    get: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.runs.organization_id"];
          run_id?: parameters["rowFilter.runs.run_id"];
          loaded_at?: parameters["rowFilter.runs.loaded_at"];
          published_at?: parameters["rowFilter.runs.published_at"];
          n_lines?: parameters["rowFilter.runs.n_lines"];
          rejected?: parameters["rowFilter.runs.rejected"];
          status?: parameters["rowFilter.runs.status"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["runs"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members. status: loaded, not built yet; published; refused, a check failed and what was published before stays (metadata). */
    post: {
      parameters: {
        body: {
          /** runs */
          runs?: definitions["runs"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members. status: loaded, not built yet; published; refused, a check failed and what was published before stays (metadata). */
    delete: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.runs.organization_id"];
          run_id?: parameters["rowFilter.runs.run_id"];
          loaded_at?: parameters["rowFilter.runs.loaded_at"];
          published_at?: parameters["rowFilter.runs.published_at"];
          n_lines?: parameters["rowFilter.runs.n_lines"];
          rejected?: parameters["rowFilter.runs.rejected"];
          status?: parameters["rowFilter.runs.status"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members. status: loaded, not built yet; published; refused, a check failed and what was published before stays (metadata). */
    patch: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.runs.organization_id"];
          run_id?: parameters["rowFilter.runs.run_id"];
          loaded_at?: parameters["rowFilter.runs.loaded_at"];
          published_at?: parameters["rowFilter.runs.published_at"];
          n_lines?: parameters["rowFilter.runs.n_lines"];
          rejected?: parameters["rowFilter.runs.rejected"];
          status?: parameters["rowFilter.runs.status"];
        };
        body: {
          /** runs */
          runs?: definitions["runs"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/safety_rules": {
    /** For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all. */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.safety_rules.id"];
          trait?: parameters["rowFilter.safety_rules.trait"];
          below?: parameters["rowFilter.safety_rules.below"];
          effect?: parameters["rowFilter.safety_rules.effect"];
          positions?: parameters["rowFilter.safety_rules.positions"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["safety_rules"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all. */
    post: {
      parameters: {
        body: {
          /** safety_rules */
          safety_rules?: definitions["safety_rules"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all. */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.safety_rules.id"];
          trait?: parameters["rowFilter.safety_rules.trait"];
          below?: parameters["rowFilter.safety_rules.below"];
          effect?: parameters["rowFilter.safety_rules.effect"];
          positions?: parameters["rowFilter.safety_rules.positions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all. */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.safety_rules.id"];
          trait?: parameters["rowFilter.safety_rules.trait"];
          below?: parameters["rowFilter.safety_rules.below"];
          effect?: parameters["rowFilter.safety_rules.effect"];
          positions?: parameters["rowFilter.safety_rules.positions"];
        };
        body: {
          /** safety_rules */
          safety_rules?: definitions["safety_rules"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/schedules": {
    /** every: 1 second to 366 days, in days, hours, minutes and seconds. 400 an interval that is none of these. */
    get: {
      parameters: {
        query: {
          name?: parameters["rowFilter.schedules.name"];
          kind?: parameters["rowFilter.schedules.kind"];
          every?: parameters["rowFilter.schedules.every"];
          next_run_at?: parameters["rowFilter.schedules.next_run_at"];
          is_active?: parameters["rowFilter.schedules.is_active"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["schedules"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** every: 1 second to 366 days, in days, hours, minutes and seconds. 400 an interval that is none of these. */
    post: {
      parameters: {
        body: {
          /** schedules */
          schedules?: definitions["schedules"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** every: 1 second to 366 days, in days, hours, minutes and seconds. 400 an interval that is none of these. */
    delete: {
      parameters: {
        query: {
          name?: parameters["rowFilter.schedules.name"];
          kind?: parameters["rowFilter.schedules.kind"];
          every?: parameters["rowFilter.schedules.every"];
          next_run_at?: parameters["rowFilter.schedules.next_run_at"];
          is_active?: parameters["rowFilter.schedules.is_active"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** every: 1 second to 366 days, in days, hours, minutes and seconds. 400 an interval that is none of these. */
    patch: {
      parameters: {
        query: {
          name?: parameters["rowFilter.schedules.name"];
          kind?: parameters["rowFilter.schedules.kind"];
          every?: parameters["rowFilter.schedules.every"];
          next_run_at?: parameters["rowFilter.schedules.next_run_at"];
          is_active?: parameters["rowFilter.schedules.is_active"];
        };
        body: {
          /** schedules */
          schedules?: definitions["schedules"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/sessions": {
    /** address: kept for 90 days; is_current: the one of this request. revoke_session ends one. */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.sessions.id"];
          user_agent?: parameters["rowFilter.sessions.user_agent"];
          address?: parameters["rowFilter.sessions.address"];
          created_at?: parameters["rowFilter.sessions.created_at"];
          last_used_at?: parameters["rowFilter.sessions.last_used_at"];
          is_current?: parameters["rowFilter.sessions.is_current"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["sessions"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** address: kept for 90 days; is_current: the one of this request. revoke_session ends one. */
    post: {
      parameters: {
        body: {
          /** sessions */
          sessions?: definitions["sessions"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** address: kept for 90 days; is_current: the one of this request. revoke_session ends one. */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.sessions.id"];
          user_agent?: parameters["rowFilter.sessions.user_agent"];
          address?: parameters["rowFilter.sessions.address"];
          created_at?: parameters["rowFilter.sessions.created_at"];
          last_used_at?: parameters["rowFilter.sessions.last_used_at"];
          is_current?: parameters["rowFilter.sessions.is_current"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** address: kept for 90 days; is_current: the one of this request. revoke_session ends one. */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.sessions.id"];
          user_agent?: parameters["rowFilter.sessions.user_agent"];
          address?: parameters["rowFilter.sessions.address"];
          created_at?: parameters["rowFilter.sessions.created_at"];
          last_used_at?: parameters["rowFilter.sessions.last_used_at"];
          is_current?: parameters["rowFilter.sessions.is_current"];
        };
        body: {
          /** sessions */
          sessions?: definitions["sessions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/signal_assignments": {
    /** For members; a signal that nobody has acted on has no row, and is new. */
    get: {
      parameters: {
        query: {
          signal?: parameters["rowFilter.signal_assignments.signal"];
          assignee?: parameters["rowFilter.signal_assignments.assignee"];
          assignee_name?: parameters["rowFilter.signal_assignments.assignee_name"];
          role_type?: parameters["rowFilter.signal_assignments.role_type"];
          status?: parameters["rowFilter.signal_assignments.status"];
          notes?: parameters["rowFilter.signal_assignments.notes"];
          assigned_at?: parameters["rowFilter.signal_assignments.assigned_at"];
          started_at?: parameters["rowFilter.signal_assignments.started_at"];
          resolved_at?: parameters["rowFilter.signal_assignments.resolved_at"];
          closed_at?: parameters["rowFilter.signal_assignments.closed_at"];
          snoozed_until?: parameters["rowFilter.signal_assignments.snoozed_until"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["signal_assignments"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members; a signal that nobody has acted on has no row, and is new. */
    post: {
      parameters: {
        body: {
          /** signal_assignments */
          signal_assignments?: definitions["signal_assignments"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members; a signal that nobody has acted on has no row, and is new. */
    delete: {
      parameters: {
        query: {
          signal?: parameters["rowFilter.signal_assignments.signal"];
          assignee?: parameters["rowFilter.signal_assignments.assignee"];
          assignee_name?: parameters["rowFilter.signal_assignments.assignee_name"];
          role_type?: parameters["rowFilter.signal_assignments.role_type"];
          status?: parameters["rowFilter.signal_assignments.status"];
          notes?: parameters["rowFilter.signal_assignments.notes"];
          assigned_at?: parameters["rowFilter.signal_assignments.assigned_at"];
          started_at?: parameters["rowFilter.signal_assignments.started_at"];
          resolved_at?: parameters["rowFilter.signal_assignments.resolved_at"];
          closed_at?: parameters["rowFilter.signal_assignments.closed_at"];
          snoozed_until?: parameters["rowFilter.signal_assignments.snoozed_until"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members; a signal that nobody has acted on has no row, and is new. */
    patch: {
      parameters: {
        query: {
          signal?: parameters["rowFilter.signal_assignments.signal"];
          assignee?: parameters["rowFilter.signal_assignments.assignee"];
          assignee_name?: parameters["rowFilter.signal_assignments.assignee_name"];
          role_type?: parameters["rowFilter.signal_assignments.role_type"];
          status?: parameters["rowFilter.signal_assignments.status"];
          notes?: parameters["rowFilter.signal_assignments.notes"];
          assigned_at?: parameters["rowFilter.signal_assignments.assigned_at"];
          started_at?: parameters["rowFilter.signal_assignments.started_at"];
          resolved_at?: parameters["rowFilter.signal_assignments.resolved_at"];
          closed_at?: parameters["rowFilter.signal_assignments.closed_at"];
          snoozed_until?: parameters["rowFilter.signal_assignments.snoozed_until"];
        };
        body: {
          /** signal_assignments */
          signal_assignments?: definitions["signal_assignments"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/signal_metrics": {
    /** For members. polarity: lower_is_better, higher_is_better or target_range. */
    get: {
      parameters: {
        query: {
          metric_id?: parameters["rowFilter.signal_metrics.metric_id"];
          name?: parameters["rowFilter.signal_metrics.name"];
          domain?: parameters["rowFilter.signal_metrics.domain"];
          category?: parameters["rowFilter.signal_metrics.category"];
          unit?: parameters["rowFilter.signal_metrics.unit"];
          polarity?: parameters["rowFilter.signal_metrics.polarity"];
          description?: parameters["rowFilter.signal_metrics.description"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["signal_metrics"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members. polarity: lower_is_better, higher_is_better or target_range. */
    post: {
      parameters: {
        body: {
          /** signal_metrics */
          signal_metrics?: definitions["signal_metrics"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members. polarity: lower_is_better, higher_is_better or target_range. */
    delete: {
      parameters: {
        query: {
          metric_id?: parameters["rowFilter.signal_metrics.metric_id"];
          name?: parameters["rowFilter.signal_metrics.name"];
          domain?: parameters["rowFilter.signal_metrics.domain"];
          category?: parameters["rowFilter.signal_metrics.category"];
          unit?: parameters["rowFilter.signal_metrics.unit"];
          polarity?: parameters["rowFilter.signal_metrics.polarity"];
          description?: parameters["rowFilter.signal_metrics.description"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members. polarity: lower_is_better, higher_is_better or target_range. */
    patch: {
      parameters: {
        query: {
          metric_id?: parameters["rowFilter.signal_metrics.metric_id"];
          name?: parameters["rowFilter.signal_metrics.name"];
          domain?: parameters["rowFilter.signal_metrics.domain"];
          category?: parameters["rowFilter.signal_metrics.category"];
          unit?: parameters["rowFilter.signal_metrics.unit"];
          polarity?: parameters["rowFilter.signal_metrics.polarity"];
          description?: parameters["rowFilter.signal_metrics.description"];
        };
        body: {
          /** signal_metrics */
          signal_metrics?: definitions["signal_metrics"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/signals": {
    /**
     * For members. PATCH description, why_it_matters; the rest: assign_signal, set_signal_status. status is new where nobody has acted. Errors of
     * a change: 400 a text that is blank or longer than 10,000 characters.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.signals.id"];
          organization_id?: parameters["rowFilter.signals.organization_id"];
          run_id?: parameters["rowFilter.signals.run_id"];
          node_id?: parameters["rowFilter.signals.node_id"];
          metric_id?: parameters["rowFilter.signals.metric_id"];
          metric?: parameters["rowFilter.signals.metric"];
          domain?: parameters["rowFilter.signals.domain"];
          facility_id?: parameters["rowFilter.signals.facility_id"];
          facility?: parameters["rowFilter.signals.facility"];
          system_name?: parameters["rowFilter.signals.system_name"];
          dimensions?: parameters["rowFilter.signals.dimensions"];
          value?: parameters["rowFilter.signals.value"];
          /** Among the facilities of the metric; high is bad, whatever the polarity. */
          z?: parameters["rowFilter.signals.z"];
          percentile?: parameters["rowFilter.signals.percentile"];
          slope?: parameters["rowFilter.signals.slope"];
          slope_percentile?: parameters["rowFilter.signals.slope_percentile"];
          /** Of the slope, over all facilities of the metric (Benjamini and Hochberg). */
          q_value?: parameters["rowFilter.signals.q_value"];
          signal_type?: parameters["rowFilter.signals.signal_type"];
          severity?: parameters["rowFilter.signals.severity"];
          magnitude_tier?: parameters["rowFilter.signals.magnitude_tier"];
          trajectory_tier?: parameters["rowFilter.signals.trajectory_tier"];
          consistency_tier?: parameters["rowFilter.signals.consistency_tier"];
          cost?: parameters["rowFilter.signals.cost"];
          description?: parameters["rowFilter.signals.description"];
          why_it_matters?: parameters["rowFilter.signals.why_it_matters"];
          status?: parameters["rowFilter.signals.status"];
          /** Since it was detected, until it was resolved. */
          days_open?: parameters["rowFilter.signals.days_open"];
          detected_at?: parameters["rowFilter.signals.detected_at"];
          has_children?: parameters["rowFilter.signals.has_children"];
          has_parents?: parameters["rowFilter.signals.has_parents"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["signals"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. PATCH description, why_it_matters; the rest: assign_signal, set_signal_status. status is new where nobody has acted. Errors of
     * a change: 400 a text that is blank or longer than 10,000 characters.
     */
    post: {
      parameters: {
        body: {
          /** signals */
          signals?: definitions["signals"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. PATCH description, why_it_matters; the rest: assign_signal, set_signal_status. status is new where nobody has acted. Errors of
     * a change: 400 a text that is blank or longer than 10,000 characters.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.signals.id"];
          organization_id?: parameters["rowFilter.signals.organization_id"];
          run_id?: parameters["rowFilter.signals.run_id"];
          node_id?: parameters["rowFilter.signals.node_id"];
          metric_id?: parameters["rowFilter.signals.metric_id"];
          metric?: parameters["rowFilter.signals.metric"];
          domain?: parameters["rowFilter.signals.domain"];
          facility_id?: parameters["rowFilter.signals.facility_id"];
          facility?: parameters["rowFilter.signals.facility"];
          system_name?: parameters["rowFilter.signals.system_name"];
          dimensions?: parameters["rowFilter.signals.dimensions"];
          value?: parameters["rowFilter.signals.value"];
          /** Among the facilities of the metric; high is bad, whatever the polarity. */
          z?: parameters["rowFilter.signals.z"];
          percentile?: parameters["rowFilter.signals.percentile"];
          slope?: parameters["rowFilter.signals.slope"];
          slope_percentile?: parameters["rowFilter.signals.slope_percentile"];
          /** Of the slope, over all facilities of the metric (Benjamini and Hochberg). */
          q_value?: parameters["rowFilter.signals.q_value"];
          signal_type?: parameters["rowFilter.signals.signal_type"];
          severity?: parameters["rowFilter.signals.severity"];
          magnitude_tier?: parameters["rowFilter.signals.magnitude_tier"];
          trajectory_tier?: parameters["rowFilter.signals.trajectory_tier"];
          consistency_tier?: parameters["rowFilter.signals.consistency_tier"];
          cost?: parameters["rowFilter.signals.cost"];
          description?: parameters["rowFilter.signals.description"];
          why_it_matters?: parameters["rowFilter.signals.why_it_matters"];
          status?: parameters["rowFilter.signals.status"];
          /** Since it was detected, until it was resolved. */
          days_open?: parameters["rowFilter.signals.days_open"];
          detected_at?: parameters["rowFilter.signals.detected_at"];
          has_children?: parameters["rowFilter.signals.has_children"];
          has_parents?: parameters["rowFilter.signals.has_parents"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. PATCH description, why_it_matters; the rest: assign_signal, set_signal_status. status is new where nobody has acted. Errors of
     * a change: 400 a text that is blank or longer than 10,000 characters.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.signals.id"];
          organization_id?: parameters["rowFilter.signals.organization_id"];
          run_id?: parameters["rowFilter.signals.run_id"];
          node_id?: parameters["rowFilter.signals.node_id"];
          metric_id?: parameters["rowFilter.signals.metric_id"];
          metric?: parameters["rowFilter.signals.metric"];
          domain?: parameters["rowFilter.signals.domain"];
          facility_id?: parameters["rowFilter.signals.facility_id"];
          facility?: parameters["rowFilter.signals.facility"];
          system_name?: parameters["rowFilter.signals.system_name"];
          dimensions?: parameters["rowFilter.signals.dimensions"];
          value?: parameters["rowFilter.signals.value"];
          /** Among the facilities of the metric; high is bad, whatever the polarity. */
          z?: parameters["rowFilter.signals.z"];
          percentile?: parameters["rowFilter.signals.percentile"];
          slope?: parameters["rowFilter.signals.slope"];
          slope_percentile?: parameters["rowFilter.signals.slope_percentile"];
          /** Of the slope, over all facilities of the metric (Benjamini and Hochberg). */
          q_value?: parameters["rowFilter.signals.q_value"];
          signal_type?: parameters["rowFilter.signals.signal_type"];
          severity?: parameters["rowFilter.signals.severity"];
          magnitude_tier?: parameters["rowFilter.signals.magnitude_tier"];
          trajectory_tier?: parameters["rowFilter.signals.trajectory_tier"];
          consistency_tier?: parameters["rowFilter.signals.consistency_tier"];
          cost?: parameters["rowFilter.signals.cost"];
          description?: parameters["rowFilter.signals.description"];
          why_it_matters?: parameters["rowFilter.signals.why_it_matters"];
          status?: parameters["rowFilter.signals.status"];
          /** Since it was detected, until it was resolved. */
          days_open?: parameters["rowFilter.signals.days_open"];
          detected_at?: parameters["rowFilter.signals.detected_at"];
          has_children?: parameters["rowFilter.signals.has_children"];
          has_parents?: parameters["rowFilter.signals.has_parents"];
        };
        body: {
          /** signals */
          signals?: definitions["signals"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/simulations": {
    /**
     * For members; PATCH name and DELETE for planners. status: created, running, completed, failed,
     *   cancelled; progress: 0 to 1; job: one of its
     * jobs, for cancel_job, which ends all of them. Read the newest first: order=created_at.desc.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.simulations.id"];
          organization_id?: parameters["rowFilter.simulations.organization_id"];
          name?: parameters["rowFilter.simulations.name"];
          status?: parameters["rowFilter.simulations.status"];
          progress?: parameters["rowFilter.simulations.progress"];
          /** simulation or sensitivity. */
          model?: parameters["rowFilter.simulations.model"];
          job?: parameters["rowFilter.simulations.job"];
          /** Why a part failed, if one did. */
          error?: parameters["rowFilter.simulations.error"];
          created_by?: parameters["rowFilter.simulations.created_by"];
          created_at?: parameters["rowFilter.simulations.created_at"];
          started_at?: parameters["rowFilter.simulations.started_at"];
          finished_at?: parameters["rowFilter.simulations.finished_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["simulations"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members; PATCH name and DELETE for planners. status: created, running, completed, failed,
     *   cancelled; progress: 0 to 1; job: one of its
     * jobs, for cancel_job, which ends all of them. Read the newest first: order=created_at.desc.
     */
    post: {
      parameters: {
        body: {
          /** simulations */
          simulations?: definitions["simulations"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members; PATCH name and DELETE for planners. status: created, running, completed, failed,
     *   cancelled; progress: 0 to 1; job: one of its
     * jobs, for cancel_job, which ends all of them. Read the newest first: order=created_at.desc.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.simulations.id"];
          organization_id?: parameters["rowFilter.simulations.organization_id"];
          name?: parameters["rowFilter.simulations.name"];
          status?: parameters["rowFilter.simulations.status"];
          progress?: parameters["rowFilter.simulations.progress"];
          /** simulation or sensitivity. */
          model?: parameters["rowFilter.simulations.model"];
          job?: parameters["rowFilter.simulations.job"];
          /** Why a part failed, if one did. */
          error?: parameters["rowFilter.simulations.error"];
          created_by?: parameters["rowFilter.simulations.created_by"];
          created_at?: parameters["rowFilter.simulations.created_at"];
          started_at?: parameters["rowFilter.simulations.started_at"];
          finished_at?: parameters["rowFilter.simulations.finished_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members; PATCH name and DELETE for planners. status: created, running, completed, failed,
     *   cancelled; progress: 0 to 1; job: one of its
     * jobs, for cancel_job, which ends all of them. Read the newest first: order=created_at.desc.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.simulations.id"];
          organization_id?: parameters["rowFilter.simulations.organization_id"];
          name?: parameters["rowFilter.simulations.name"];
          status?: parameters["rowFilter.simulations.status"];
          progress?: parameters["rowFilter.simulations.progress"];
          /** simulation or sensitivity. */
          model?: parameters["rowFilter.simulations.model"];
          job?: parameters["rowFilter.simulations.job"];
          /** Why a part failed, if one did. */
          error?: parameters["rowFilter.simulations.error"];
          created_by?: parameters["rowFilter.simulations.created_by"];
          created_at?: parameters["rowFilter.simulations.created_at"];
          started_at?: parameters["rowFilter.simulations.started_at"];
          finished_at?: parameters["rowFilter.simulations.finished_at"];
        };
        body: {
          /** simulations */
          simulations?: definitions["simulations"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/sql_policies": {
    /**
     * For members: those of all (organization_id null), and of one's own organisations, which go before one of all of the same name. relations:
     * what a statement may name; require_limit: most rows; tenant_column: what it is held to.
     */
    get: {
      parameters: {
        query: {
          name?: parameters["rowFilter.sql_policies.name"];
          organization_id?: parameters["rowFilter.sql_policies.organization_id"];
          description?: parameters["rowFilter.sql_policies.description"];
          relations?: parameters["rowFilter.sql_policies.relations"];
          require_limit?: parameters["rowFilter.sql_policies.require_limit"];
          tenant_column?: parameters["rowFilter.sql_policies.tenant_column"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["sql_policies"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members: those of all (organization_id null), and of one's own organisations, which go before one of all of the same name. relations:
     * what a statement may name; require_limit: most rows; tenant_column: what it is held to.
     */
    post: {
      parameters: {
        body: {
          /** sql_policies */
          sql_policies?: definitions["sql_policies"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members: those of all (organization_id null), and of one's own organisations, which go before one of all of the same name. relations:
     * what a statement may name; require_limit: most rows; tenant_column: what it is held to.
     */
    delete: {
      parameters: {
        query: {
          name?: parameters["rowFilter.sql_policies.name"];
          organization_id?: parameters["rowFilter.sql_policies.organization_id"];
          description?: parameters["rowFilter.sql_policies.description"];
          relations?: parameters["rowFilter.sql_policies.relations"];
          require_limit?: parameters["rowFilter.sql_policies.require_limit"];
          tenant_column?: parameters["rowFilter.sql_policies.tenant_column"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members: those of all (organization_id null), and of one's own organisations, which go before one of all of the same name. relations:
     * what a statement may name; require_limit: most rows; tenant_column: what it is held to.
     */
    patch: {
      parameters: {
        query: {
          name?: parameters["rowFilter.sql_policies.name"];
          organization_id?: parameters["rowFilter.sql_policies.organization_id"];
          description?: parameters["rowFilter.sql_policies.description"];
          relations?: parameters["rowFilter.sql_policies.relations"];
          require_limit?: parameters["rowFilter.sql_policies.require_limit"];
          tenant_column?: parameters["rowFilter.sql_policies.tenant_column"];
        };
        body: {
          /** sql_policies */
          sql_policies?: definitions["sql_policies"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/status_mappings": {
    /**
     * For members. POST integration, status, category; PATCH category; DELETE: then the category that the tool says. category: todo, in_progress
     * or done. Records that came before are transformed again. Errors: 400 no such category, a status that is blank or too long; 403 an
     * integration that is not one's own; 409 it is there.
     */
    get: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.status_mappings.organization_id"];
          integration?: parameters["rowFilter.status_mappings.integration"];
          status?: parameters["rowFilter.status_mappings.status"];
          category?: parameters["rowFilter.status_mappings.category"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["status_mappings"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. POST integration, status, category; PATCH category; DELETE: then the category that the tool says. category: todo, in_progress
     * or done. Records that came before are transformed again. Errors: 400 no such category, a status that is blank or too long; 403 an
     * integration that is not one's own; 409 it is there.
     */
    post: {
      parameters: {
        body: {
          /** status_mappings */
          status_mappings?: definitions["status_mappings"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. POST integration, status, category; PATCH category; DELETE: then the category that the tool says. category: todo, in_progress
     * or done. Records that came before are transformed again. Errors: 400 no such category, a status that is blank or too long; 403 an
     * integration that is not one's own; 409 it is there.
     */
    delete: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.status_mappings.organization_id"];
          integration?: parameters["rowFilter.status_mappings.integration"];
          status?: parameters["rowFilter.status_mappings.status"];
          category?: parameters["rowFilter.status_mappings.category"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. POST integration, status, category; PATCH category; DELETE: then the category that the tool says. category: todo, in_progress
     * or done. Records that came before are transformed again. Errors: 400 no such category, a status that is blank or too long; 403 an
     * integration that is not one's own; 409 it is there.
     */
    patch: {
      parameters: {
        query: {
          organization_id?: parameters["rowFilter.status_mappings.organization_id"];
          integration?: parameters["rowFilter.status_mappings.integration"];
          status?: parameters["rowFilter.status_mappings.status"];
          category?: parameters["rowFilter.status_mappings.category"];
        };
        body: {
          /** status_mappings */
          status_mappings?: definitions["status_mappings"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/submissions": {
    /** One's own. answers: by position of the item, null where it was not answered. */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.submissions.id"];
          instrument?: parameters["rowFilter.submissions.instrument"];
          submitted_at?: parameters["rowFilter.submissions.submitted_at"];
          started_at?: parameters["rowFilter.submissions.started_at"];
          answers?: parameters["rowFilter.submissions.answers"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["submissions"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** One's own. answers: by position of the item, null where it was not answered. */
    post: {
      parameters: {
        body: {
          /** submissions */
          submissions?: definitions["submissions"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** One's own. answers: by position of the item, null where it was not answered. */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.submissions.id"];
          instrument?: parameters["rowFilter.submissions.instrument"];
          submitted_at?: parameters["rowFilter.submissions.submitted_at"];
          started_at?: parameters["rowFilter.submissions.started_at"];
          answers?: parameters["rowFilter.submissions.answers"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** One's own. answers: by position of the item, null where it was not answered. */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.submissions.id"];
          instrument?: parameters["rowFilter.submissions.instrument"];
          submitted_at?: parameters["rowFilter.submissions.submitted_at"];
          started_at?: parameters["rowFilter.submissions.started_at"];
          answers?: parameters["rowFilter.submissions.answers"];
        };
        body: {
          /** submissions */
          submissions?: definitions["submissions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/survey_kinds": {
    /** For anyone signed in: what open_survey takes. */
    get: {
      parameters: {
        query: {
          kind?: parameters["rowFilter.survey_kinds.kind"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["survey_kinds"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For anyone signed in: what open_survey takes. */
    post: {
      parameters: {
        body: {
          /** survey_kinds */
          survey_kinds?: definitions["survey_kinds"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For anyone signed in: what open_survey takes. */
    delete: {
      parameters: {
        query: {
          kind?: parameters["rowFilter.survey_kinds.kind"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For anyone signed in: what open_survey takes. */
    patch: {
      parameters: {
        query: {
          kind?: parameters["rowFilter.survey_kinds.kind"];
        };
        body: {
          /** survey_kinds */
          survey_kinds?: definitions["survey_kinds"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/surveys": {
    /**
     * For clients of the vessel's employer, and for who serves or served aboard. answered: whether one has; null for whoever is not asked. Open
     * are those whose closes_at is null or to come.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.surveys.id"];
          vessel?: parameters["rowFilter.surveys.vessel"];
          kind?: parameters["rowFilter.surveys.kind"];
          opens_at?: parameters["rowFilter.surveys.opens_at"];
          closes_at?: parameters["rowFilter.surveys.closes_at"];
          /** Whether the person of the request has; null: is not asked. */
          answered?: parameters["rowFilter.surveys.answered"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["surveys"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For clients of the vessel's employer, and for who serves or served aboard. answered: whether one has; null for whoever is not asked. Open
     * are those whose closes_at is null or to come.
     */
    post: {
      parameters: {
        body: {
          /** surveys */
          surveys?: definitions["surveys"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For clients of the vessel's employer, and for who serves or served aboard. answered: whether one has; null for whoever is not asked. Open
     * are those whose closes_at is null or to come.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.surveys.id"];
          vessel?: parameters["rowFilter.surveys.vessel"];
          kind?: parameters["rowFilter.surveys.kind"];
          opens_at?: parameters["rowFilter.surveys.opens_at"];
          closes_at?: parameters["rowFilter.surveys.closes_at"];
          /** Whether the person of the request has; null: is not asked. */
          answered?: parameters["rowFilter.surveys.answered"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For clients of the vessel's employer, and for who serves or served aboard. answered: whether one has; null for whoever is not asked. Open
     * are those whose closes_at is null or to come.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.surveys.id"];
          vessel?: parameters["rowFilter.surveys.vessel"];
          kind?: parameters["rowFilter.surveys.kind"];
          opens_at?: parameters["rowFilter.surveys.opens_at"];
          closes_at?: parameters["rowFilter.surveys.closes_at"];
          /** Whether the person of the request has; null: is not asked. */
          answered?: parameters["rowFilter.surveys.answered"];
        };
        body: {
          /** surveys */
          surveys?: definitions["surveys"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/tokens": {
    /**
     * For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
     * when one for a single use was spent.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.tokens.id"];
          kind?: parameters["rowFilter.tokens.kind"];
          campaign?: parameters["rowFilter.tokens.campaign"];
          vessel?: parameters["rowFilter.tokens.vessel"];
          position?: parameters["rowFilter.tokens.position"];
          expires_at?: parameters["rowFilter.tokens.expires_at"];
          single_use?: parameters["rowFilter.tokens.single_use"];
          used_at?: parameters["rowFilter.tokens.used_at"];
          revoked_at?: parameters["rowFilter.tokens.revoked_at"];
          created_at?: parameters["rowFilter.tokens.created_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["tokens"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
     * when one for a single use was spent.
     */
    post: {
      parameters: {
        body: {
          /** tokens */
          tokens?: definitions["tokens"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
     * when one for a single use was spent.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.tokens.id"];
          kind?: parameters["rowFilter.tokens.kind"];
          campaign?: parameters["rowFilter.tokens.campaign"];
          vessel?: parameters["rowFilter.tokens.vessel"];
          position?: parameters["rowFilter.tokens.position"];
          expires_at?: parameters["rowFilter.tokens.expires_at"];
          single_use?: parameters["rowFilter.tokens.single_use"];
          used_at?: parameters["rowFilter.tokens.used_at"];
          revoked_at?: parameters["rowFilter.tokens.revoked_at"];
          created_at?: parameters["rowFilter.tokens.created_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
     * when one for a single use was spent.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.tokens.id"];
          kind?: parameters["rowFilter.tokens.kind"];
          campaign?: parameters["rowFilter.tokens.campaign"];
          vessel?: parameters["rowFilter.tokens.vessel"];
          position?: parameters["rowFilter.tokens.position"];
          expires_at?: parameters["rowFilter.tokens.expires_at"];
          single_use?: parameters["rowFilter.tokens.single_use"];
          used_at?: parameters["rowFilter.tokens.used_at"];
          revoked_at?: parameters["rowFilter.tokens.revoked_at"];
          created_at?: parameters["rowFilter.tokens.created_at"];
        };
        body: {
          /** tokens */
          tokens?: definitions["tokens"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/vessels": {
    /**
     * For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
     * dashboard. Errors of a change: 400 a blank name, a leadership that is none.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.vessels.id"];
          organization?: parameters["rowFilter.vessels.organization"];
          name?: parameters["rowFilter.vessels.name"];
          leader?: parameters["rowFilter.vessels.leader"];
          /** How the vessel is led; null: as the leader's profile says. */
          leadership?: parameters["rowFilter.vessels.leadership"];
          environment?: parameters["rowFilter.vessels.environment"];
          is_active?: parameters["rowFilter.vessels.is_active"];
          /** Whether the mood aboard was lower than vessels of the fleet usually differ. */
          toxicity_flag?: parameters["rowFilter.vessels.toxicity_flag"];
          /** When what the dashboard shows changed last. */
          snapshot_updated_at?: parameters["rowFilter.vessels.snapshot_updated_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["vessels"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
     * dashboard. Errors of a change: 400 a blank name, a leadership that is none.
     */
    post: {
      parameters: {
        body: {
          /** vessels */
          vessels?: definitions["vessels"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
     * dashboard. Errors of a change: 400 a blank name, a leadership that is none.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.vessels.id"];
          organization?: parameters["rowFilter.vessels.organization"];
          name?: parameters["rowFilter.vessels.name"];
          leader?: parameters["rowFilter.vessels.leader"];
          /** How the vessel is led; null: as the leader's profile says. */
          leadership?: parameters["rowFilter.vessels.leadership"];
          environment?: parameters["rowFilter.vessels.environment"];
          is_active?: parameters["rowFilter.vessels.is_active"];
          /** Whether the mood aboard was lower than vessels of the fleet usually differ. */
          toxicity_flag?: parameters["rowFilter.vessels.toxicity_flag"];
          /** When what the dashboard shows changed last. */
          snapshot_updated_at?: parameters["rowFilter.vessels.snapshot_updated_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
     * dashboard. Errors of a change: 400 a blank name, a leadership that is none.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.vessels.id"];
          organization?: parameters["rowFilter.vessels.organization"];
          name?: parameters["rowFilter.vessels.name"];
          leader?: parameters["rowFilter.vessels.leader"];
          /** How the vessel is led; null: as the leader's profile says. */
          leadership?: parameters["rowFilter.vessels.leadership"];
          environment?: parameters["rowFilter.vessels.environment"];
          is_active?: parameters["rowFilter.vessels.is_active"];
          /** Whether the mood aboard was lower than vessels of the fleet usually differ. */
          toxicity_flag?: parameters["rowFilter.vessels.toxicity_flag"];
          /** When what the dashboard shows changed last. */
          snapshot_updated_at?: parameters["rowFilter.vessels.snapshot_updated_at"];
        };
        body: {
          /** vessels */
          vessels?: definitions["vessels"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/work_items": {
    /**
     * For members. POST project (its code), external_id, type, team, title, points, status, created_at; PATCH type, team, title, points, status;
     * DELETE. A status is entered now. What load_records or an integration has brought is changed by that alone. Errors: 400 no such project, a
     * status that is none, a text that is blank or longer than 500 characters, points or a time that cannot be; 409 it was loaded, the external_id
     * is there. Read it by pages: order=id.desc&id=lt.N.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.work_items.id"];
          project?: parameters["rowFilter.work_items.project"];
          external_id?: parameters["rowFilter.work_items.external_id"];
          type?: parameters["rowFilter.work_items.type"];
          team?: parameters["rowFilter.work_items.team"];
          title?: parameters["rowFilter.work_items.title"];
          points?: parameters["rowFilter.work_items.points"];
          /** todo, in_progress, done. */
          status?: parameters["rowFilter.work_items.status"];
          created_at?: parameters["rowFilter.work_items.created_at"];
          /** When it was last done; null where it is not. */
          done_at?: parameters["rowFilter.work_items.done_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["work_items"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. POST project (its code), external_id, type, team, title, points, status, created_at; PATCH type, team, title, points, status;
     * DELETE. A status is entered now. What load_records or an integration has brought is changed by that alone. Errors: 400 no such project, a
     * status that is none, a text that is blank or longer than 500 characters, points or a time that cannot be; 409 it was loaded, the external_id
     * is there. Read it by pages: order=id.desc&id=lt.N.
     */
    post: {
      parameters: {
        body: {
          /** work_items */
          work_items?: definitions["work_items"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. POST project (its code), external_id, type, team, title, points, status, created_at; PATCH type, team, title, points, status;
     * DELETE. A status is entered now. What load_records or an integration has brought is changed by that alone. Errors: 400 no such project, a
     * status that is none, a text that is blank or longer than 500 characters, points or a time that cannot be; 409 it was loaded, the external_id
     * is there. Read it by pages: order=id.desc&id=lt.N.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.work_items.id"];
          project?: parameters["rowFilter.work_items.project"];
          external_id?: parameters["rowFilter.work_items.external_id"];
          type?: parameters["rowFilter.work_items.type"];
          team?: parameters["rowFilter.work_items.team"];
          title?: parameters["rowFilter.work_items.title"];
          points?: parameters["rowFilter.work_items.points"];
          /** todo, in_progress, done. */
          status?: parameters["rowFilter.work_items.status"];
          created_at?: parameters["rowFilter.work_items.created_at"];
          /** When it was last done; null where it is not. */
          done_at?: parameters["rowFilter.work_items.done_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. POST project (its code), external_id, type, team, title, points, status, created_at; PATCH type, team, title, points, status;
     * DELETE. A status is entered now. What load_records or an integration has brought is changed by that alone. Errors: 400 no such project, a
     * status that is none, a text that is blank or longer than 500 characters, points or a time that cannot be; 409 it was loaded, the external_id
     * is there. Read it by pages: order=id.desc&id=lt.N.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.work_items.id"];
          project?: parameters["rowFilter.work_items.project"];
          external_id?: parameters["rowFilter.work_items.external_id"];
          type?: parameters["rowFilter.work_items.type"];
          team?: parameters["rowFilter.work_items.team"];
          title?: parameters["rowFilter.work_items.title"];
          points?: parameters["rowFilter.work_items.points"];
          /** todo, in_progress, done. */
          status?: parameters["rowFilter.work_items.status"];
          created_at?: parameters["rowFilter.work_items.created_at"];
          /** When it was last done; null where it is not. */
          done_at?: parameters["rowFilter.work_items.done_at"];
        };
        body: {
          /** work_items */
          work_items?: definitions["work_items"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/workloads": {
    /**
     * For members; POST, PATCH and DELETE of one's own for planners. A role's times must sum to 1 when a simulation starts. Errors: 400 a
     *   skill or
     * time out of 0 to 1; 403 not a planner, a default; 409 the position is taken.
     */
    get: {
      parameters: {
        query: {
          id?: parameters["rowFilter.workloads.id"];
          organization_id?: parameters["rowFilter.workloads.organization_id"];
          role?: parameters["rowFilter.workloads.role"];
          position?: parameters["rowFilter.workloads.position"];
          name?: parameters["rowFilter.workloads.name"];
          automatable?: parameters["rowFilter.workloads.automatable"];
          /** 0 to 1: what is to be learnt before the task is automated. */
          skill?: parameters["rowFilter.workloads.skill"];
          /** Share of the role's time, 0 to 1. */
          time?: parameters["rowFilter.workloads.time"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["workloads"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members; POST, PATCH and DELETE of one's own for planners. A role's times must sum to 1 when a simulation starts. Errors: 400 a
     *   skill or
     * time out of 0 to 1; 403 not a planner, a default; 409 the position is taken.
     */
    post: {
      parameters: {
        body: {
          /** workloads */
          workloads?: definitions["workloads"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members; POST, PATCH and DELETE of one's own for planners. A role's times must sum to 1 when a simulation starts. Errors: 400 a
     *   skill or
     * time out of 0 to 1; 403 not a planner, a default; 409 the position is taken.
     */
    delete: {
      parameters: {
        query: {
          id?: parameters["rowFilter.workloads.id"];
          organization_id?: parameters["rowFilter.workloads.organization_id"];
          role?: parameters["rowFilter.workloads.role"];
          position?: parameters["rowFilter.workloads.position"];
          name?: parameters["rowFilter.workloads.name"];
          automatable?: parameters["rowFilter.workloads.automatable"];
          /** 0 to 1: what is to be learnt before the task is automated. */
          skill?: parameters["rowFilter.workloads.skill"];
          /** Share of the role's time, 0 to 1. */
          time?: parameters["rowFilter.workloads.time"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members; POST, PATCH and DELETE of one's own for planners. A role's times must sum to 1 when a simulation starts. Errors: 400 a
     *   skill or
     * time out of 0 to 1; 403 not a planner, a default; 409 the position is taken.
     */
    patch: {
      parameters: {
        query: {
          id?: parameters["rowFilter.workloads.id"];
          organization_id?: parameters["rowFilter.workloads.organization_id"];
          role?: parameters["rowFilter.workloads.role"];
          position?: parameters["rowFilter.workloads.position"];
          name?: parameters["rowFilter.workloads.name"];
          automatable?: parameters["rowFilter.workloads.automatable"];
          /** 0 to 1: what is to be learnt before the task is automated. */
          skill?: parameters["rowFilter.workloads.skill"];
          /** Share of the role's time, 0 to 1. */
          time?: parameters["rowFilter.workloads.time"];
        };
        body: {
          /** workloads */
          workloads?: definitions["workloads"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
}

export interface definitions {
  /**
   * @description All accounts, for administrators.
   *
   * Erased ones are nameless: <id>@erased.invalid.
   */
  accounts: {
    /** Format: timestamp with time zone */
    created_at?: string;
    /** Format: text */
    email?: string;
    /** Format: text */
    full_name?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /** Format: boolean */
    is_active?: boolean;
    /** Format: boolean */
    is_verified?: boolean;
    /** Format: timestamp with time zone */
    last_login_at?: string;
    /** Format: text */
    location?: string;
    /** Format: jsonb */
    organizations?: unknown;
    /** Format: text */
    phone?: string;
    /** Format: text[] */
    roles?: string[];
  };
  /**
   * @description What stands out of the series of one's own organisations.
   *
   * For members; acknowledge_anomaly closes one. One is open a model and metric, and a value of a higher severity raises it. severity:
   * low, medium, high, critical.
   */
  anomalies: {
    /** Format: timestamp with time zone */
    acknowledged_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    acknowledged_by?: string;
    /** Format: text */
    acknowledged_by_name?: string;
    /** Format: timestamp with time zone */
    at?: string;
    /** Format: double precision */
    expected?: number;
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: text */
    metric?: string;
    /** Format: text */
    model?: string;
    /** Format: text */
    note?: string;
    /** Format: timestamp with time zone */
    opened_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /** Format: text */
    severity?: string;
    /** Format: text */
    status?: string;
    /** Format: double precision */
    value?: number;
    /** Format: double precision */
    z?: number;
  };
  /**
   * @description What one has said about meeting others, the newest first.
   *
   * One's own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer.
   */
  answers: {
    /** Format: text */
    answer?: string;
    /** Format: timestamp with time zone */
    answered_at?: string;
    /** Format: text */
    display_name?: string;
    /** Format: uuid */
    person?: string;
  };
  /**
   * @description Who serves or served where.
   *
   * One's own; for clients also their crews', without what people declare. status: active, ended, or declared, which is past experience that
   * a person tells of: POST vessel_name, position, started_on, ended_on; DELETE by id. Errors: 400 an unknown position, an end before the
   * beginning; 403 another's, another status; 413 more than 20.
   */
  assignments: {
    /** Format: date */
    ended_on?: string;
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    person?: string;
    /**
     * Format: text
     * @description Note:
     * This is a Foreign Key to `positions.name`.<fk table='positions' column='name'/>
     */
    position?: string;
    /** Format: date */
    started_on?: string;
    /** Format: text */
    status?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `vessels.id`.<fk table='vessels' column='id'/>
     */
    vessel?: string;
    /** Format: text */
    vessel_name?: string;
  };
  /**
   * @description Who did what to which object and when, for administrators.
   *
   * Read it by pages: order=id.desc&id=lt.N.
   */
  audit_events: {
    /** Format: text */
    action?: string;
    /** Format: uuid */
    actor_id?: string;
    /** Format: jsonb */
    details?: unknown;
    /**
     * Format: timestamp with time zone
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    happened_at?: string;
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: text */
    object?: string;
  };
  /**
   * @description What a position asks of a trait, 0 to 100.
   *
   * For employers and administrators. polarity: high, low or moderate; null: the trait's own.
   */
  benchmarks: {
    /** Format: double precision */
    benchmark?: number;
    /** Format: text */
    polarity?: string;
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `positions.name`.<fk table='positions' column='name'/>
     */
    position?: string;
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    trait?: string;
  };
  /**
   * @description Whom one has blocked, the newest first.
   *
   * One's own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
   * others hold all the same.
   */
  blocks: {
    /** Format: timestamp with time zone */
    blocked_at?: string;
    /** Format: text */
    display_name?: string;
    /** Format: uuid */
    person?: string;
  };
  /**
   * @description How well the tastes of people could be learnt.
   *
   * For administrators and accounts with role researcher (else 403); of people with consent of kind research, under pseudonyms, where there are
   * at least five. Month and model of fewer than five people, or of all but fewer than five, are null.
   */
  calibration: {
    /** Format: boolean */
    calibration_complete?: boolean;
    /** Format: double precision */
    loo_rmse?: number;
    /** Format: text */
    model?: string;
    /** Format: date */
    month?: string;
    /** Format: integer */
    n?: number;
    /** Format: uuid */
    pseudonym?: string;
  };
  /**
   * @description Searches for a position on a vessel.
   *
   * For clients, of their employers. POST organization, vessel, position, title, status (draft or open); PATCH vessel and position of a draft,
   * title, status: draft, open, closed and open again, archived. Errors: 400 a step that is none, a vessel that is not the employer's, an
   * unknown position; 403; 429 more than 100 in 30 days.
   */
  campaigns: {
    /** Format: timestamp with time zone */
    created_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization?: string;
    /**
     * Format: text
     * @description Note:
     * This is a Foreign Key to `positions.name`.<fk table='positions' column='name'/>
     */
    position?: string;
    /**
     * Format: text
     * @description draft, open, closed, archived.
     */
    status?: string;
    /** Format: text */
    title?: string;
    /** Format: uuid */
    vessel?: string;
    /** Format: text */
    vessel_name?: string;
  };
  /**
   * @description What one has agreed to, and what one has withdrawn.
   *
   * One's own. kind: visual, personality, genetic or research; live is what is not withdrawn.
   */
  consents: {
    /** Format: timestamp with time zone */
    given_at?: string;
    /** Format: text */
    kind?: string;
    /** Format: text */
    purpose?: string;
    /** Format: text */
    text_version?: string;
    /** Format: timestamp with time zone */
    withdrawn_at?: string;
  };
  /**
   * @description Groups that one declares for the fairness audit, such as an age band.
   *
   * One's own, which nobody else sees. POST attribute, group_name; PATCH group_name; DELETE. Errors: 400 an empty or long name; 409 the
   * attribute is there; 413 more than 20.
   */
  declared_groups: {
    /** Format: text */
    attribute?: string;
    /** Format: text */
    group_name?: string;
  };
  /**
   * @description The own documents; to employers those of their candidates and crew that are ready and of a kind for them; to administrators all.
   *
   * title and expires_on can be changed of the own, which takes a verification back. problem says why one is in quarantine.
   */
  documents: {
    /** Format: timestamp with time zone */
    created_at?: string;
    /** Format: date */
    expires_on?: string;
    /** Format: jsonb */
    extracted?: unknown;
    /** Format: text */
    file_name?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /** Format: text */
    kind?: string;
    /** Format: boolean */
    legal_hold?: boolean;
    /** Format: text */
    media_type?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    owner_id?: string;
    /** Format: text */
    problem?: string;
    /** Format: text */
    sha256?: string;
    /** Format: bigint */
    size?: number;
    /** Format: text */
    status?: string;
    /** Format: text */
    storage?: string;
    /** Format: text */
    title?: string;
    /** Format: timestamp with time zone */
    verified_at?: string;
  };
  /**
   * @description Experiments with models in one's own organisations, with their scores.
   *
   * For members, as the runs tell them.
   */
  experiments: {
    /** Format: text */
    created_at?: string;
    /** Format: text */
    experiment?: string;
    /** Format: text */
    metric_id?: string;
    /** Format: uuid */
    organization_id?: string;
    /** Format: text */
    run_id?: string;
    /** Format: jsonb */
    scores?: unknown;
  };
  /**
   * @description Facilities of one's own organisations, a row each time that the name or the system changed.
   *
   * For members. valid_from, valid_to: the first run that says so, and the first that says otherwise; valid_to is null in what is true now.
   */
  facilities: {
    /** Format: double precision */
    encounters?: number;
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    facility_id?: string;
    /** Format: text */
    name?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /** Format: text */
    system_name?: string;
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    valid_from?: string;
    /** Format: text */
    valid_to?: string;
  };
  /**
   * @description Whom one wants to meet, and what others' filters go by.
   *
   * One's own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
   * of a degree, and ages are compared as of the first day of the month of birth.
   */
  filters: {
    /** Format: integer */
    age_from?: number;
    /** Format: integer */
    age_to?: number;
    /** Format: date */
    born_on?: string;
    /** Format: text */
    display_name?: string;
    /** Format: text */
    gender?: string;
    /** Format: boolean */
    is_active?: boolean;
    /** Format: double precision */
    latitude?: number;
    /** Format: double precision */
    longitude?: number;
    /** Format: double precision */
    most_km?: number;
    /** Format: text[] */
    seeks?: string[];
  };
  /**
   * @description Imports of answers, with their reports.
   *
   * For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc.
   */
  import_batches: {
    /** Format: timestamp with time zone */
    created_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    created_by?: string;
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: integer
     * @description Note:
     * This is a Foreign Key to `instruments.id`.<fk table='instruments' column='id'/>
     */
    instrument?: number;
    /** Format: jsonb */
    mapping?: unknown;
    /** Format: jsonb */
    report?: unknown;
    /** Format: text */
    shape?: string;
    /** Format: text */
    source?: string;
    /** Format: text */
    status?: string;
  };
  /**
   * @description What imports did not take, and why.
   *
   * For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
   * it by pages: batch=eq.N&order=id&id=gt.N.
   */
  import_rejects: {
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `import_batches.id`.<fk table='import_batches' column='id'/>
     */
    batch?: number;
    /** Format: text */
    column?: string;
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: text */
    item?: string;
    /** Format: bigint */
    line?: number;
    /** Format: text */
    person?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    person_id?: string;
    /** Format: text */
    reason?: string;
    /** Format: bigint */
    row?: number;
    /** Format: text */
    value?: string;
  };
  /**
   * @description Questionnaires and tests.
   *
   * For anyone signed in. kind: likert, cognitive or forced_choice; items: how many there are, whose texts are in items; those with is_active
   * false take no answers. adaptive: a test that chooses its items by the answers (begin_test); attempts_left: how often one may still begin it,
   * null where that is not counted; running: one has begun and not ended it.
   */
  instruments: {
    /** Format: boolean */
    adaptive?: boolean;
    /** Format: integer */
    attempts_left?: number;
    /** Format: text */
    code?: string;
    /**
     * Format: integer
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: text */
    instructions?: string;
    /** Format: boolean */
    is_active?: boolean;
    /**
     * Format: integer
     * @description Number of items.
     */
    items?: number;
    /** Format: text */
    kind?: string;
    /** Format: text */
    language?: string;
    /** Format: text */
    name?: string;
    /** Format: boolean */
    running?: boolean;
    /** Format: smallint */
    scale_max?: number;
    /** Format: smallint */
    scale_min?: number;
    /** Format: integer */
    version?: number;
  };
  /**
   * @description Tools that records of one's own organisations come from, such as a tracker or a code host.
   *
   * For members. POST organization_id, kind, name, settings, is_active; PATCH name, settings, is_active. kind: github and jira are fetched by
   * harmonyd, which has the tokens; settings: no secret. Errors: 400 settings that cannot be, a secret in them, a text that is blank or too
   * long; 403 an organisation that is not one's own; 409 the name is there.
   */
  integrations: {
    /**
     * Format: integer
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: boolean */
    is_active?: boolean;
    /** Format: text */
    kind?: string;
    /**
     * Format: text
     * @description Why nothing came at the last try; null where all is well.
     */
    last_error?: string;
    /** Format: timestamp with time zone */
    last_run_at?: string;
    /** Format: text */
    name?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /** Format: jsonb */
    settings?: unknown;
  };
  /**
   * @description The items of instruments, by position.
   *
   * For anyone signed in: neither what they measure nor the right answers. options: of a test, to be chosen among by number from 1;
   * right_text: the second statement of a forced choice.
   */
  items: {
    /**
     * Format: integer
     * @description Note:
     * This is a Foreign Key to `instruments.id`.<fk table='instruments' column='id'/>
     */
    instrument?: number;
    /** Format: jsonb */
    options?: unknown;
    /** Format: integer */
    position?: number;
    /** Format: text */
    right_text?: string;
    /** Format: text */
    text?: string;
  };
  /**
   * @description Jobs that one has asked for, with those that have ended; for administrators all of them.
   *
   * status: queued, running, done, failed or cancelled; progress: 0 to 1; result: what a job that is done gave, error: why the last attempt
   * failed. Read it by pages: order=id.desc&id=lt.N.
   */
  jobs: {
    /** Format: integer */
    attempt?: number;
    /** Format: uuid */
    batch_id?: string;
    /** Format: timestamp with time zone */
    created_at?: string;
    /** Format: text */
    error?: string;
    /** Format: timestamp with time zone */
    finished_at?: string;
    /** Format: bigint */
    id?: number;
    /** Format: text */
    kind?: string;
    /** Format: text */
    message?: string;
    /** Format: integer */
    priority?: number;
    /** Format: double precision */
    progress?: number;
    /** Format: jsonb */
    result?: unknown;
    /** Format: timestamp with time zone */
    run_at?: string;
    /** Format: timestamp with time zone */
    started_at?: string;
    /** Format: text */
    status?: string;
  };
  /**
   * @description What was learnt in one's own organisations from statements that failed, by record_feedback.
   *
   * For members. statement and correction with $1, $2, ... for constants, intent: the known phrases of the question. confidence: (successes +
   * 1)/(successes + failures + 2).
   */
  learning_memory: {
    /** Format: double precision */
    confidence?: number;
    /** Format: text */
    correction?: string;
    /** Format: text */
    error_class?: string;
    /** Format: integer */
    failures?: number;
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: text */
    intent?: string;
    /** Format: timestamp with time zone */
    last_seen_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /** Format: text */
    sqlstate?: string;
    /** Format: text */
    statement?: string;
    /** Format: integer */
    successes?: number;
  };
  /**
   * @description People with whom one is paired, and what the pair scores.
   *
   * One's own pairs, with consent of kind visual (else 403). score: of the pair, 0 to 100, and personality: in whole numbers;
   * biological: low, middle or high; null is what was not measured, missing names the phases; display_name: as the other has chosen it. Scored
   * in the night.
   */
  matches: {
    /** Format: text */
    biological?: string;
    /** Format: timestamp with time zone */
    computed_at?: string;
    /** Format: text */
    display_name?: string;
    /** Format: bigint */
    id?: number;
    /** Format: text[] */
    missing?: string[];
    /** Format: text */
    model?: string;
    /** Format: uuid */
    person?: string;
    /** Format: integer */
    personality?: number;
    /** Format: integer */
    score?: number;
  };
  /**
   * @description The own account, one row; full_name, phone and location can be changed.
   *
   * Another name takes is_verified back: what was verified is the name.
   */
  me: {
    /** Format: timestamp with time zone */
    created_at?: string;
    /** Format: text */
    email?: string;
    /** Format: text */
    full_name?: string;
    /** Format: uuid */
    id?: string;
    /** Format: boolean */
    is_verified?: boolean;
    /** Format: timestamp with time zone */
    last_login_at?: string;
    /** Format: text */
    location?: string;
    /** Format: jsonb */
    organizations?: unknown;
    /** Format: text */
    phone?: string;
    /** Format: text[] */
    roles?: string[];
  };
  /**
   * @description The series that anomalies stand out of, of one's own organisations.
   *
   * For members. model: whose series it is, empty of none; of models about people there is none. anomalies.expected: the median of 12 weeks, of
   * the hour of the week where four weeks are known.
   */
  metric_values: {
    /** Format: timestamp with time zone */
    at?: string;
    /** Format: text */
    metric?: string;
    /** Format: text */
    model?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /** Format: double precision */
    value?: number;
  };
  /**
   * @description Versions of the model that predicts success.
   *
   * For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
   * has not seen.
   */
  model_versions: {
    /** Format: timestamp with time zone */
    created_at?: string;
    /** Format: double precision */
    cross_validated_r_squared?: number;
    /** Format: boolean */
    is_active?: boolean;
    /** Format: bigint */
    n?: number;
    /** Format: text */
    origin?: string;
    /** Format: double precision */
    r_squared?: number;
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    version?: string;
  };
  /**
   * @description What runs tell of facilities in one's own organisations: that there is something.
   *
   * For members. summary: the metric, its value, how many segments drive it up and down; all of it: narrative.
   */
  narratives: {
    /** Format: text */
    facility?: string;
    /** Format: text */
    facility_id?: string;
    /** Format: text */
    generated_at?: string;
    /** Format: uuid */
    organization_id?: string;
    /** Format: text */
    run_id?: string;
    /** Format: jsonb */
    summary?: unknown;
  };
  /**
   * @description Means and standard deviations of scores in populations.
   *
   * For administrators and accounts with role researcher; nobody else sees a row. n: people behind it, 30 at least.
   */
  norms: {
    /**
     * Format: integer
     * @description Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `instruments.id`.<fk table='instruments' column='id'/>
     */
    instrument?: number;
    /** Format: double precision */
    mean?: number;
    /** Format: bigint */
    n?: number;
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    population?: string;
    /** Format: double precision */
    reliability?: number;
    /** Format: double precision */
    sd?: number;
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    trait?: string;
  };
  /**
   * @description Messages to oneself, and what has become of them; for administrators all messages, but of others without what they say.
   *
   * status: queued, sending, sent, failed or cancelled; error: why the last attempt failed. Read it by pages: order=id.desc&id=lt.N.
   */
  notifications: {
    /** Format: integer */
    attempts?: number;
    /** Format: timestamp with time zone */
    created_at?: string;
    /** Format: text */
    error?: string;
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: jsonb */
    parameters?: unknown;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    recipient_id?: string;
    /** Format: timestamp with time zone */
    sent_at?: string;
    /** Format: text */
    status?: string;
    /** Format: text */
    template?: string;
  };
  /**
   * @description The organisations that one belongs to; for administrators all of them.
   *
   * Who acts for one: members(organization).
   */
  organizations: {
    /** Format: timestamp with time zone */
    created_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /** Format: boolean */
    is_active?: boolean;
    /** Format: text */
    name?: string;
  };
  /**
   * @description How far one is: the three phases, in their order.
   *
   * One's own. phase: 1 visual, 2 personality, 3 biological; status: complete, open, or locked until the phase before is complete. Phase 1 is
   * complete with ten ratings and a photo, also where no taste could be learnt of them (calibrate tells): until one is, there are no matches.
   */
  phases: {
    /** Format: timestamp with time zone */
    completed_at?: string;
    /** Format: integer */
    phase?: number;
    /** Format: text */
    status?: string;
  };
  /**
   * @description Photos of the own face, and what was found on them.
   *
   * One's own, with consent of kind visual (else 403). status: checking, ready, no_face, several_faces, too_small, blurred or refused (also
   * where the face is nearly that of a photo that everybody rates); model:
   * the net that made the embedding; the picture itself is told by document_data once it is ready.
   */
  photos: {
    /** Format: timestamp with time zone */
    created_at?: string;
    /** Format: uuid */
    document?: string;
    /** Format: bigint */
    id?: number;
    /** Format: text */
    model?: string;
    /** Format: text */
    status?: string;
  };
  /**
   * @description Positions aboard.
   *
   * For anyone signed in. is_leader: leads others; sort: the order in which they are shown.
   */
  positions: {
    /** Format: boolean */
    is_leader?: boolean;
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    name?: string;
    /** Format: integer */
    sort?: number;
  };
  /**
   * @description What models predicted, and what happened.
   *
   * For members. POST organization_id, model, version, input, prediction, confidence; PATCH outcome, once. prediction: a number, or the
   * probability of outcome 1; input: an object, which of models about people administrators alone are shown, and so are the predictions of
   * module crew. Errors: 400 a number that cannot be, no version; 403 an organisation that is not one's own; 409 it has an outcome; 429.
   */
  predictions: {
    /** Format: double precision */
    confidence?: number;
    /** Format: timestamp with time zone */
    created_at?: string;
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: jsonb */
    input?: unknown;
    /** Format: text */
    model?: string;
    /**
     * Format: uuid
     * @description May be left out by members of one organisation.
     */
    organization_id?: string;
    /** Format: double precision */
    outcome?: number;
    /** Format: double precision */
    prediction?: number;
    /** Format: timestamp with time zone */
    validated_at?: string;
    /** Format: text */
    version?: string;
  };
  /**
   * @description One's profile: of each trait the score that counts.
   *
   * One's own, one row; none before the first answers.
   */
  profile: {
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    person?: string;
    /** Format: jsonb */
    snapshot?: unknown;
    /** Format: timestamp with time zone */
    updated_at?: string;
  };
  /**
   * @description Projects of one's own organisations.
   *
   * For members. The first load of a code makes its project; so does POST organization_id, code, name, team, is_active. PATCH name, team,
   * is_active. team: its name, which is made where there is none. Errors: 400 a text that is blank or longer than 500 characters; 403; 409 the
   * code is there.
   */
  projects: {
    /**
     * Format: text
     * @description By which it is called in all functions here.
     */
    code?: string;
    /**
     * Format: integer
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: boolean
     * @description Whether it is in the portfolio.
     */
    is_active?: boolean;
    /** Format: text */
    name?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /** Format: text */
    team?: string;
  };
  /**
   * @description Pull requests of one's own organisations, and how long each part of their way took.
   *
   * For members. coding, pickup, review, deploy, total: seconds, of merged ones, null where a part has no end; flags: unreviewed, not_deployed,
   * baseline, deployed_before_merge. Who wrote one is not told. Read it by pages: order=id.desc&id=lt.N.
   */
  pull_requests: {
    /** Format: integer */
    additions?: number;
    /** Format: boolean */
    author_is_bot?: boolean;
    /** Format: timestamp with time zone */
    closed_at?: string;
    /** Format: double precision */
    coding?: number;
    /** Format: timestamp with time zone */
    created_at?: string;
    /** Format: integer */
    deletions?: number;
    /** Format: double precision */
    deploy?: number;
    /** Format: text */
    deployment?: string;
    /** Format: text */
    external_id?: string;
    /** Format: text[] */
    flags?: string[];
    /** Format: bigint */
    id?: number;
    /** Format: timestamp with time zone */
    merged_at?: string;
    /** Format: double precision */
    pickup?: number;
    /** Format: text */
    project?: string;
    /** Format: double precision */
    review?: number;
    /** Format: double precision */
    total?: number;
  };
  /**
   * @description How one has felt aboard, by day.
   *
   * One's own. score: 1 to 5.
   */
  pulses: {
    /** Format: date */
    day?: string;
    /** Format: timestamp with time zone */
    given_at?: string;
    /** Format: smallint */
    score?: number;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `vessels.id`.<fk table='vessels' column='id'/>
     */
    vessel?: string;
  };
  /**
   * @description Records as they came from the tools of one's own organisations, and what became of them.
   *
   * For members; without what they say. status: waiting, loaded, rejected; error: why it was rejected. Read it by pages:
   * order=id.desc&id=lt.N.
   */
  raw_records: {
    /** Format: text */
    error?: string;
    /** Format: text */
    external_id?: string;
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: integer */
    integration?: number;
    /** Format: text */
    kind?: string;
    /** Format: timestamp with time zone */
    received_at?: string;
    /** Format: text */
    status?: string;
  };
  /**
   * @description Scores by submission and trait.
   *
   * One's own. score: 0 to 100; t_score, percentile and sem: in the population that the instrument is read against; flags: what speaks
   * against the answers where reliable is false; score_low, score_high: 95 % interval of the score, by sem.
   */
  results: {
    /** Format: text */
    family?: string;
    /** Format: text[] */
    flags?: string[];
    /** Format: integer */
    instrument?: number;
    /** Format: timestamp with time zone */
    measured_at?: string;
    /** Format: double precision */
    percentile?: number;
    /** Format: boolean */
    reliable?: boolean;
    /** Format: double precision */
    score?: number;
    /** Format: double precision */
    score_high?: number;
    /** Format: double precision */
    score_low?: number;
    /**
     * Format: double precision
     * @description Standard error of measurement, in points of the score.
     */
    sem?: number;
    /** Format: bigint */
    submission?: number;
    /** Format: double precision */
    t_score?: number;
    /** Format: text */
    trait?: string;
  };
  /**
   * @description Roles that an account may have.
   *
   * What one does for an organisation, such as client, is a role in it: column organizations of me.
   */
  roles: {
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    code?: string;
    /** Format: text */
    description?: string;
  };
  /**
   * @description Runs of the analytics engine in one's own organisations.
   *
   * For members. status: loaded, not built yet; published; refused, a check failed and what was published before stays (metadata).
   */
  runs: {
    /** Format: timestamp with time zone */
    loaded_at?: string;
    /** Format: bigint */
    n_lines?: number;
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /** Format: timestamp with time zone */
    published_at?: string;
    /** Format: bigint */
    rejected?: number;
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    run_id?: string;
    /** Format: text */
    status?: string;
  };
  /**
   * @description Rules of the safety barrier: a measured trait below the limit has the effect.
   *
   * For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all.
   */
  safety_rules: {
    /** Format: double precision */
    below?: number;
    /** Format: text */
    effect?: string;
    /**
     * Format: integer
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: text[] */
    positions?: string[];
    /** Format: text */
    trait?: string;
  };
  /**
   * @description Jobs that come round, for administrators; every and is_active can be changed.
   *
   * every: 1 second to 366 days, in days, hours, minutes and seconds. 400 an interval that is none of these.
   */
  schedules: {
    /** Format: interval */
    every?: string;
    /** Format: boolean */
    is_active?: boolean;
    /** Format: text */
    kind?: string;
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    name?: string;
    /** Format: timestamp with time zone */
    next_run_at?: string;
  };
  /**
   * @description Where the own account is signed in.
   *
   * address: kept for 90 days; is_current: the one of this request. revoke_session ends one.
   */
  sessions: {
    /** Format: text */
    address?: string;
    /** Format: timestamp with time zone */
    created_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /** Format: boolean */
    is_current?: boolean;
    /** Format: timestamp with time zone */
    last_used_at?: string;
    /** Format: text */
    user_agent?: string;
  };
  /**
   * @description Who works on which signal and how far that is, in one's own organisations.
   *
   * For members; a signal that nobody has acted on has no row, and is new.
   */
  signal_assignments: {
    /** Format: timestamp with time zone */
    assigned_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    assignee?: string;
    /** Format: text */
    assignee_name?: string;
    /** Format: timestamp with time zone */
    closed_at?: string;
    /** Format: text */
    notes?: string;
    /** Format: timestamp with time zone */
    resolved_at?: string;
    /** Format: text */
    role_type?: string;
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    signal?: number;
    /** Format: timestamp with time zone */
    snoozed_until?: string;
    /** Format: timestamp with time zone */
    started_at?: string;
    /** Format: text */
    status?: string;
  };
  /**
   * @description Metrics of one's own organisations, as they are defined now.
   *
   * For members. polarity: lower_is_better, higher_is_better or target_range.
   */
  signal_metrics: {
    /** Format: text */
    category?: string;
    /** Format: text */
    description?: string;
    /** Format: text */
    domain?: string;
    /** Format: text */
    metric_id?: string;
    /** Format: text */
    name?: string;
    /** Format: text */
    polarity?: string;
    /** Format: text */
    unit?: string;
  };
  /**
   * @description Signals of one's own organisations: what the newest run says of a facility in a metric, and how far the work on it is.
   *
   * For members. PATCH description, why_it_matters; the rest: assign_signal, set_signal_status. status is new where nobody has acted. Errors of
   * a change: 400 a text that is blank or longer than 10,000 characters.
   */
  signals: {
    /** Format: text */
    consistency_tier?: string;
    /** Format: double precision */
    cost?: number;
    /**
     * Format: integer
     * @description Since it was detected, until it was resolved.
     */
    days_open?: number;
    /** Format: text */
    description?: string;
    /** Format: timestamp with time zone */
    detected_at?: string;
    /** Format: jsonb */
    dimensions?: unknown;
    /** Format: text */
    domain?: string;
    /** Format: text */
    facility?: string;
    /** Format: text */
    facility_id?: string;
    /** Format: boolean */
    has_children?: boolean;
    /** Format: boolean */
    has_parents?: boolean;
    /** Format: bigint */
    id?: number;
    /** Format: text */
    magnitude_tier?: string;
    /** Format: text */
    metric?: string;
    /** Format: text */
    metric_id?: string;
    /** Format: text */
    node_id?: string;
    /** Format: uuid */
    organization_id?: string;
    /** Format: double precision */
    percentile?: number;
    /**
     * Format: double precision
     * @description Of the slope, over all facilities of the metric (Benjamini and Hochberg).
     */
    q_value?: number;
    /** Format: text */
    run_id?: string;
    /** Format: integer */
    severity?: number;
    /** Format: text */
    signal_type?: string;
    /** Format: double precision */
    slope?: number;
    /** Format: double precision */
    slope_percentile?: number;
    /** Format: text */
    status?: string;
    /** Format: text */
    system_name?: string;
    /** Format: text */
    trajectory_tier?: string;
    /** Format: double precision */
    value?: number;
    /** Format: text */
    why_it_matters?: string;
    /**
     * Format: double precision
     * @description Among the facilities of the metric; high is bad, whatever the polarity.
     */
    z?: number;
  };
  /**
   * @description Simulations and sensitivity analyses of one's own organisations.
   *
   * For members; PATCH name and DELETE for planners. status: created, running, completed, failed,
   *   cancelled; progress: 0 to 1; job: one of its
   * jobs, for cancel_job, which ends all of them. Read the newest first: order=created_at.desc.
   */
  simulations: {
    /** Format: timestamp with time zone */
    created_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    created_by?: string;
    /**
     * Format: text
     * @description Why a part failed, if one did.
     */
    error?: string;
    /** Format: timestamp with time zone */
    finished_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /** Format: bigint */
    job?: number;
    /**
     * Format: text
     * @description simulation or sensitivity.
     */
    model?: string;
    /** Format: text */
    name?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /** Format: double precision */
    progress?: number;
    /** Format: timestamp with time zone */
    started_at?: string;
    /** Format: text */
    status?: string;
  };
  /**
   * @description The policies by which check_sql judges: their names, and what may be read.
   *
   * For members: those of all (organization_id null), and of one's own organisations, which go before one of all of the same name. relations:
   * what a statement may name; require_limit: most rows; tenant_column: what it is held to.
   */
  sql_policies: {
    /** Format: text */
    description?: string;
    /** Format: text */
    name?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /** Format: jsonb */
    relations?: unknown;
    /** Format: jsonb */
    require_limit?: unknown;
    /** Format: text */
    tenant_column?: string;
  };
  /**
   * @description Which category each status of a tool stands for.
   *
   * For members. POST integration, status, category; PATCH category; DELETE: then the category that the tool says. category: todo, in_progress
   * or done. Records that came before are transformed again. Errors: 400 no such category, a status that is blank or too long; 403 an
   * integration that is not one's own; 409 it is there.
   */
  status_mappings: {
    /** Format: text */
    category?: string;
    /**
     * Format: integer
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    integration?: number;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    status?: string;
  };
  /**
   * @description What one has answered.
   *
   * One's own. answers: by position of the item, null where it was not answered.
   */
  submissions: {
    /** Format: smallint[] */
    answers?: number[];
    /** Format: bigint */
    id?: number;
    /**
     * Format: integer
     * @description Note:
     * This is a Foreign Key to `instruments.id`.<fk table='instruments' column='id'/>
     */
    instrument?: number;
    /** Format: timestamp with time zone */
    started_at?: string;
    /** Format: timestamp with time zone */
    submitted_at?: string;
  };
  /**
   * @description Kinds of survey.
   *
   * For anyone signed in: what open_survey takes.
   */
  survey_kinds: {
    /**
     * Format: text
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    kind?: string;
  };
  /**
   * @description Surveys of vessels.
   *
   * For clients of the vessel's employer, and for who serves or served aboard. answered: whether one has; null for whoever is not asked. Open
   * are those whose closes_at is null or to come.
   */
  surveys: {
    /**
     * Format: boolean
     * @description Whether the person of the request has; null: is not asked.
     */
    answered?: boolean;
    /** Format: timestamp with time zone */
    closes_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /**
     * Format: text
     * @description Note:
     * This is a Foreign Key to `survey_kinds.kind`.<fk table='survey_kinds' column='kind'/>
     */
    kind?: string;
    /** Format: timestamp with time zone */
    opens_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `vessels.id`.<fk table='vessels' column='id'/>
     */
    vessel?: string;
  };
  /**
   * @description Invites and boarding passes that were issued.
   *
   * For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
   * when one for a single use was spent.
   */
  tokens: {
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `campaigns.id`.<fk table='campaigns' column='id'/>
     */
    campaign?: string;
    /** Format: timestamp with time zone */
    created_at?: string;
    /** Format: timestamp with time zone */
    expires_at?: string;
    /**
     * Format: bigint
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: text */
    kind?: string;
    /**
     * Format: text
     * @description Note:
     * This is a Foreign Key to `positions.name`.<fk table='positions' column='name'/>
     */
    position?: string;
    /** Format: timestamp with time zone */
    revoked_at?: string;
    /** Format: boolean */
    single_use?: boolean;
    /** Format: timestamp with time zone */
    used_at?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `vessels.id`.<fk table='vessels' column='id'/>
     */
    vessel?: string;
  };
  /**
   * @description Vessels of one's own employers.
   *
   * For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
   * dashboard. Errors of a change: 400 a blank name, a leadership that is none.
   */
  vessels: {
    /** Format: jsonb */
    environment?: unknown;
    /**
     * Format: uuid
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /** Format: boolean */
    is_active?: boolean;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    leader?: string;
    /**
     * Format: jsonb
     * @description How the vessel is led; null: as the leader's profile says.
     */
    leadership?: unknown;
    /** Format: text */
    name?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization?: string;
    /**
     * Format: timestamp with time zone
     * @description When what the dashboard shows changed last.
     */
    snapshot_updated_at?: string;
    /**
     * Format: boolean
     * @description Whether the mood aboard was lower than vessels of the fleet usually differ.
     */
    toxicity_flag?: boolean;
  };
  /**
   * @description Work items of one's own organisations: stories, defects, tasks.
   *
   * For members. POST project (its code), external_id, type, team, title, points, status, created_at; PATCH type, team, title, points, status;
   * DELETE. A status is entered now. What load_records or an integration has brought is changed by that alone. Errors: 400 no such project, a
   * status that is none, a text that is blank or longer than 500 characters, points or a time that cannot be; 409 it was loaded, the external_id
   * is there. Read it by pages: order=id.desc&id=lt.N.
   */
  work_items: {
    /** Format: timestamp with time zone */
    created_at?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was last done; null where it is not.
     */
    done_at?: string;
    /** Format: text */
    external_id?: string;
    /** Format: bigint */
    id?: number;
    /** Format: double precision */
    points?: number;
    /** Format: text */
    project?: string;
    /**
     * Format: text
     * @description todo, in_progress, done.
     */
    status?: string;
    /** Format: text */
    team?: string;
    /** Format: text */
    title?: string;
    /** Format: text */
    type?: string;
  };
  /**
   * @description What roles do: tasks in their order, those of one's own organisations, and the defaults, which have none.
   *
   * For members; POST, PATCH and DELETE of one's own for planners. A role's times must sum to 1 when a simulation starts. Errors: 400 a
   *   skill or
   * time out of 0 to 1; 403 not a planner, a default; 409 the position is taken.
   */
  workloads: {
    /** Format: boolean */
    automatable?: boolean;
    /**
     * Format: integer
     * @description Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /** Format: text */
    name?: string;
    /**
     * Format: uuid
     * @description Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /** Format: integer */
    position?: number;
    /** Format: text */
    role?: string;
    /**
     * Format: double precision
     * @description 0 to 1: what is to be learnt before the task is automated.
     */
    skill?: number;
    /**
     * Format: double precision
     * @description Share of the role's time, 0 to 1.
     */
    time?: number;
  };
}

export interface parameters {
  /** @description accounts */
  "body.accounts": definitions["accounts"];
  /** @description anomalies */
  "body.anomalies": definitions["anomalies"];
  /** @description answers */
  "body.answers": definitions["answers"];
  /** @description assignments */
  "body.assignments": definitions["assignments"];
  /** @description audit_events */
  "body.audit_events": definitions["audit_events"];
  /** @description benchmarks */
  "body.benchmarks": definitions["benchmarks"];
  /** @description blocks */
  "body.blocks": definitions["blocks"];
  /** @description calibration */
  "body.calibration": definitions["calibration"];
  /** @description campaigns */
  "body.campaigns": definitions["campaigns"];
  /** @description consents */
  "body.consents": definitions["consents"];
  /** @description declared_groups */
  "body.declared_groups": definitions["declared_groups"];
  /** @description documents */
  "body.documents": definitions["documents"];
  /** @description experiments */
  "body.experiments": definitions["experiments"];
  /** @description facilities */
  "body.facilities": definitions["facilities"];
  /** @description filters */
  "body.filters": definitions["filters"];
  /** @description import_batches */
  "body.import_batches": definitions["import_batches"];
  /** @description import_rejects */
  "body.import_rejects": definitions["import_rejects"];
  /** @description instruments */
  "body.instruments": definitions["instruments"];
  /** @description integrations */
  "body.integrations": definitions["integrations"];
  /** @description items */
  "body.items": definitions["items"];
  /** @description jobs */
  "body.jobs": definitions["jobs"];
  /** @description learning_memory */
  "body.learning_memory": definitions["learning_memory"];
  /** @description matches */
  "body.matches": definitions["matches"];
  /** @description me */
  "body.me": definitions["me"];
  /** @description metric_values */
  "body.metric_values": definitions["metric_values"];
  /** @description model_versions */
  "body.model_versions": definitions["model_versions"];
  /** @description narratives */
  "body.narratives": definitions["narratives"];
  /** @description norms */
  "body.norms": definitions["norms"];
  /** @description notifications */
  "body.notifications": definitions["notifications"];
  /** @description organizations */
  "body.organizations": definitions["organizations"];
  /** @description phases */
  "body.phases": definitions["phases"];
  /** @description photos */
  "body.photos": definitions["photos"];
  /** @description positions */
  "body.positions": definitions["positions"];
  /** @description predictions */
  "body.predictions": definitions["predictions"];
  /** @description profile */
  "body.profile": definitions["profile"];
  /** @description projects */
  "body.projects": definitions["projects"];
  /** @description pull_requests */
  "body.pull_requests": definitions["pull_requests"];
  /** @description pulses */
  "body.pulses": definitions["pulses"];
  /** @description raw_records */
  "body.raw_records": definitions["raw_records"];
  /** @description results */
  "body.results": definitions["results"];
  /** @description roles */
  "body.roles": definitions["roles"];
  /** @description runs */
  "body.runs": definitions["runs"];
  /** @description safety_rules */
  "body.safety_rules": definitions["safety_rules"];
  /** @description schedules */
  "body.schedules": definitions["schedules"];
  /** @description sessions */
  "body.sessions": definitions["sessions"];
  /** @description signal_assignments */
  "body.signal_assignments": definitions["signal_assignments"];
  /** @description signal_metrics */
  "body.signal_metrics": definitions["signal_metrics"];
  /** @description signals */
  "body.signals": definitions["signals"];
  /** @description simulations */
  "body.simulations": definitions["simulations"];
  /** @description sql_policies */
  "body.sql_policies": definitions["sql_policies"];
  /** @description status_mappings */
  "body.status_mappings": definitions["status_mappings"];
  /** @description submissions */
  "body.submissions": definitions["submissions"];
  /** @description survey_kinds */
  "body.survey_kinds": definitions["survey_kinds"];
  /** @description surveys */
  "body.surveys": definitions["surveys"];
  /** @description tokens */
  "body.tokens": definitions["tokens"];
  /** @description vessels */
  "body.vessels": definitions["vessels"];
  /** @description work_items */
  "body.work_items": definitions["work_items"];
  /** @description workloads */
  "body.workloads": definitions["workloads"];
  /** @description Limiting and Pagination */
  limit: string;
  /** @description Limiting and Pagination */
  offset: string;
  /** @description On Conflict */
  on_conflict: string;
  /** @description Ordering */
  order: string;
  /**
   * @description Preference
   * @enum {string}
   */
  preferCount: "count=none";
  /**
   * @description Preference
   * @enum {string}
   */
  preferParams: "params=single-object";
  /**
   * @description Preference
   * @enum {string}
   */
  preferPost:
    | "return=representation"
    | "return=minimal"
    | "return=none"
    | "resolution=ignore-duplicates"
    | "resolution=merge-duplicates";
  /**
   * @description Preference
   * @enum {string}
   */
  preferReturn: "return=representation" | "return=minimal" | "return=none";
  /** @description Limiting and Pagination */
  range: string;
  /**
   * @description Limiting and Pagination
   * @default items
   */
  rangeUnit: string;
  /** Format: timestamp with time zone */
  "rowFilter.accounts.created_at": string;
  /** Format: text */
  "rowFilter.accounts.email": string;
  /** Format: text */
  "rowFilter.accounts.full_name": string;
  /** Format: uuid */
  "rowFilter.accounts.id": string;
  /** Format: boolean */
  "rowFilter.accounts.is_active": string;
  /** Format: boolean */
  "rowFilter.accounts.is_verified": string;
  /** Format: timestamp with time zone */
  "rowFilter.accounts.last_login_at": string;
  /** Format: text */
  "rowFilter.accounts.location": string;
  /** Format: jsonb */
  "rowFilter.accounts.organizations": string;
  /** Format: text */
  "rowFilter.accounts.phone": string;
  /** Format: text[] */
  "rowFilter.accounts.roles": string;
  /** Format: timestamp with time zone */
  "rowFilter.anomalies.acknowledged_at": string;
  /** Format: uuid */
  "rowFilter.anomalies.acknowledged_by": string;
  /** Format: text */
  "rowFilter.anomalies.acknowledged_by_name": string;
  /** Format: timestamp with time zone */
  "rowFilter.anomalies.at": string;
  /** Format: double precision */
  "rowFilter.anomalies.expected": string;
  /** Format: bigint */
  "rowFilter.anomalies.id": string;
  /** Format: text */
  "rowFilter.anomalies.metric": string;
  /** Format: text */
  "rowFilter.anomalies.model": string;
  /** Format: text */
  "rowFilter.anomalies.note": string;
  /** Format: timestamp with time zone */
  "rowFilter.anomalies.opened_at": string;
  /** Format: uuid */
  "rowFilter.anomalies.organization_id": string;
  /** Format: text */
  "rowFilter.anomalies.severity": string;
  /** Format: text */
  "rowFilter.anomalies.status": string;
  /** Format: double precision */
  "rowFilter.anomalies.value": string;
  /** Format: double precision */
  "rowFilter.anomalies.z": string;
  /** Format: text */
  "rowFilter.answers.answer": string;
  /** Format: timestamp with time zone */
  "rowFilter.answers.answered_at": string;
  /** Format: text */
  "rowFilter.answers.display_name": string;
  /** Format: uuid */
  "rowFilter.answers.person": string;
  /** Format: date */
  "rowFilter.assignments.ended_on": string;
  /** Format: bigint */
  "rowFilter.assignments.id": string;
  /** Format: uuid */
  "rowFilter.assignments.person": string;
  /** Format: text */
  "rowFilter.assignments.position": string;
  /** Format: date */
  "rowFilter.assignments.started_on": string;
  /** Format: text */
  "rowFilter.assignments.status": string;
  /** Format: uuid */
  "rowFilter.assignments.vessel": string;
  /** Format: text */
  "rowFilter.assignments.vessel_name": string;
  /** Format: text */
  "rowFilter.audit_events.action": string;
  /** Format: uuid */
  "rowFilter.audit_events.actor_id": string;
  /** Format: jsonb */
  "rowFilter.audit_events.details": string;
  /** Format: timestamp with time zone */
  "rowFilter.audit_events.happened_at": string;
  /** Format: bigint */
  "rowFilter.audit_events.id": string;
  /** Format: text */
  "rowFilter.audit_events.object": string;
  /** Format: double precision */
  "rowFilter.benchmarks.benchmark": string;
  /** Format: text */
  "rowFilter.benchmarks.polarity": string;
  /** Format: text */
  "rowFilter.benchmarks.position": string;
  /** Format: text */
  "rowFilter.benchmarks.trait": string;
  /** Format: timestamp with time zone */
  "rowFilter.blocks.blocked_at": string;
  /** Format: text */
  "rowFilter.blocks.display_name": string;
  /** Format: uuid */
  "rowFilter.blocks.person": string;
  /** Format: boolean */
  "rowFilter.calibration.calibration_complete": string;
  /** Format: double precision */
  "rowFilter.calibration.loo_rmse": string;
  /** Format: text */
  "rowFilter.calibration.model": string;
  /** Format: date */
  "rowFilter.calibration.month": string;
  /** Format: integer */
  "rowFilter.calibration.n": string;
  /** Format: uuid */
  "rowFilter.calibration.pseudonym": string;
  /** Format: timestamp with time zone */
  "rowFilter.campaigns.created_at": string;
  /** Format: uuid */
  "rowFilter.campaigns.id": string;
  /** Format: uuid */
  "rowFilter.campaigns.organization": string;
  /** Format: text */
  "rowFilter.campaigns.position": string;
  /**
   * Format: text
   * @description draft, open, closed, archived.
   */
  "rowFilter.campaigns.status": string;
  /** Format: text */
  "rowFilter.campaigns.title": string;
  /** Format: uuid */
  "rowFilter.campaigns.vessel": string;
  /** Format: text */
  "rowFilter.campaigns.vessel_name": string;
  /** Format: timestamp with time zone */
  "rowFilter.consents.given_at": string;
  /** Format: text */
  "rowFilter.consents.kind": string;
  /** Format: text */
  "rowFilter.consents.purpose": string;
  /** Format: text */
  "rowFilter.consents.text_version": string;
  /** Format: timestamp with time zone */
  "rowFilter.consents.withdrawn_at": string;
  /** Format: text */
  "rowFilter.declared_groups.attribute": string;
  /** Format: text */
  "rowFilter.declared_groups.group_name": string;
  /** Format: timestamp with time zone */
  "rowFilter.documents.created_at": string;
  /** Format: date */
  "rowFilter.documents.expires_on": string;
  /** Format: jsonb */
  "rowFilter.documents.extracted": string;
  /** Format: text */
  "rowFilter.documents.file_name": string;
  /** Format: uuid */
  "rowFilter.documents.id": string;
  /** Format: text */
  "rowFilter.documents.kind": string;
  /** Format: boolean */
  "rowFilter.documents.legal_hold": string;
  /** Format: text */
  "rowFilter.documents.media_type": string;
  /** Format: uuid */
  "rowFilter.documents.owner_id": string;
  /** Format: text */
  "rowFilter.documents.problem": string;
  /** Format: text */
  "rowFilter.documents.sha256": string;
  /** Format: bigint */
  "rowFilter.documents.size": string;
  /** Format: text */
  "rowFilter.documents.status": string;
  /** Format: text */
  "rowFilter.documents.storage": string;
  /** Format: text */
  "rowFilter.documents.title": string;
  /** Format: timestamp with time zone */
  "rowFilter.documents.verified_at": string;
  /** Format: text */
  "rowFilter.experiments.created_at": string;
  /** Format: text */
  "rowFilter.experiments.experiment": string;
  /** Format: text */
  "rowFilter.experiments.metric_id": string;
  /** Format: uuid */
  "rowFilter.experiments.organization_id": string;
  /** Format: text */
  "rowFilter.experiments.run_id": string;
  /** Format: jsonb */
  "rowFilter.experiments.scores": string;
  /** Format: double precision */
  "rowFilter.facilities.encounters": string;
  /** Format: text */
  "rowFilter.facilities.facility_id": string;
  /** Format: text */
  "rowFilter.facilities.name": string;
  /** Format: uuid */
  "rowFilter.facilities.organization_id": string;
  /** Format: text */
  "rowFilter.facilities.system_name": string;
  /** Format: text */
  "rowFilter.facilities.valid_from": string;
  /** Format: text */
  "rowFilter.facilities.valid_to": string;
  /** Format: integer */
  "rowFilter.filters.age_from": string;
  /** Format: integer */
  "rowFilter.filters.age_to": string;
  /** Format: date */
  "rowFilter.filters.born_on": string;
  /** Format: text */
  "rowFilter.filters.display_name": string;
  /** Format: text */
  "rowFilter.filters.gender": string;
  /** Format: boolean */
  "rowFilter.filters.is_active": string;
  /** Format: double precision */
  "rowFilter.filters.latitude": string;
  /** Format: double precision */
  "rowFilter.filters.longitude": string;
  /** Format: double precision */
  "rowFilter.filters.most_km": string;
  /** Format: text[] */
  "rowFilter.filters.seeks": string;
  /** Format: timestamp with time zone */
  "rowFilter.import_batches.created_at": string;
  /** Format: uuid */
  "rowFilter.import_batches.created_by": string;
  /** Format: bigint */
  "rowFilter.import_batches.id": string;
  /** Format: integer */
  "rowFilter.import_batches.instrument": string;
  /** Format: jsonb */
  "rowFilter.import_batches.mapping": string;
  /** Format: jsonb */
  "rowFilter.import_batches.report": string;
  /** Format: text */
  "rowFilter.import_batches.shape": string;
  /** Format: text */
  "rowFilter.import_batches.source": string;
  /** Format: text */
  "rowFilter.import_batches.status": string;
  /** Format: bigint */
  "rowFilter.import_rejects.batch": string;
  /** Format: text */
  "rowFilter.import_rejects.column": string;
  /** Format: bigint */
  "rowFilter.import_rejects.id": string;
  /** Format: text */
  "rowFilter.import_rejects.item": string;
  /** Format: bigint */
  "rowFilter.import_rejects.line": string;
  /** Format: text */
  "rowFilter.import_rejects.person": string;
  /** Format: uuid */
  "rowFilter.import_rejects.person_id": string;
  /** Format: text */
  "rowFilter.import_rejects.reason": string;
  /** Format: bigint */
  "rowFilter.import_rejects.row": string;
  /** Format: text */
  "rowFilter.import_rejects.value": string;
  /** Format: boolean */
  "rowFilter.instruments.adaptive": string;
  /** Format: integer */
  "rowFilter.instruments.attempts_left": string;
  /** Format: text */
  "rowFilter.instruments.code": string;
  /** Format: integer */
  "rowFilter.instruments.id": string;
  /** Format: text */
  "rowFilter.instruments.instructions": string;
  /** Format: boolean */
  "rowFilter.instruments.is_active": string;
  /**
   * Format: integer
   * @description Number of items.
   */
  "rowFilter.instruments.items": string;
  /** Format: text */
  "rowFilter.instruments.kind": string;
  /** Format: text */
  "rowFilter.instruments.language": string;
  /** Format: text */
  "rowFilter.instruments.name": string;
  /** Format: boolean */
  "rowFilter.instruments.running": string;
  /** Format: smallint */
  "rowFilter.instruments.scale_max": string;
  /** Format: smallint */
  "rowFilter.instruments.scale_min": string;
  /** Format: integer */
  "rowFilter.instruments.version": string;
  /** Format: integer */
  "rowFilter.integrations.id": string;
  /** Format: boolean */
  "rowFilter.integrations.is_active": string;
  /** Format: text */
  "rowFilter.integrations.kind": string;
  /**
   * Format: text
   * @description Why nothing came at the last try; null where all is well.
   */
  "rowFilter.integrations.last_error": string;
  /** Format: timestamp with time zone */
  "rowFilter.integrations.last_run_at": string;
  /** Format: text */
  "rowFilter.integrations.name": string;
  /** Format: uuid */
  "rowFilter.integrations.organization_id": string;
  /** Format: jsonb */
  "rowFilter.integrations.settings": string;
  /** Format: integer */
  "rowFilter.items.instrument": string;
  /** Format: jsonb */
  "rowFilter.items.options": string;
  /** Format: integer */
  "rowFilter.items.position": string;
  /** Format: text */
  "rowFilter.items.right_text": string;
  /** Format: text */
  "rowFilter.items.text": string;
  /** Format: integer */
  "rowFilter.jobs.attempt": string;
  /** Format: uuid */
  "rowFilter.jobs.batch_id": string;
  /** Format: timestamp with time zone */
  "rowFilter.jobs.created_at": string;
  /** Format: text */
  "rowFilter.jobs.error": string;
  /** Format: timestamp with time zone */
  "rowFilter.jobs.finished_at": string;
  /** Format: bigint */
  "rowFilter.jobs.id": string;
  /** Format: text */
  "rowFilter.jobs.kind": string;
  /** Format: text */
  "rowFilter.jobs.message": string;
  /** Format: integer */
  "rowFilter.jobs.priority": string;
  /** Format: double precision */
  "rowFilter.jobs.progress": string;
  /** Format: jsonb */
  "rowFilter.jobs.result": string;
  /** Format: timestamp with time zone */
  "rowFilter.jobs.run_at": string;
  /** Format: timestamp with time zone */
  "rowFilter.jobs.started_at": string;
  /** Format: text */
  "rowFilter.jobs.status": string;
  /** Format: double precision */
  "rowFilter.learning_memory.confidence": string;
  /** Format: text */
  "rowFilter.learning_memory.correction": string;
  /** Format: text */
  "rowFilter.learning_memory.error_class": string;
  /** Format: integer */
  "rowFilter.learning_memory.failures": string;
  /** Format: bigint */
  "rowFilter.learning_memory.id": string;
  /** Format: text */
  "rowFilter.learning_memory.intent": string;
  /** Format: timestamp with time zone */
  "rowFilter.learning_memory.last_seen_at": string;
  /** Format: uuid */
  "rowFilter.learning_memory.organization_id": string;
  /** Format: text */
  "rowFilter.learning_memory.sqlstate": string;
  /** Format: text */
  "rowFilter.learning_memory.statement": string;
  /** Format: integer */
  "rowFilter.learning_memory.successes": string;
  /** Format: text */
  "rowFilter.matches.biological": string;
  /** Format: timestamp with time zone */
  "rowFilter.matches.computed_at": string;
  /** Format: text */
  "rowFilter.matches.display_name": string;
  /** Format: bigint */
  "rowFilter.matches.id": string;
  /** Format: text[] */
  "rowFilter.matches.missing": string;
  /** Format: text */
  "rowFilter.matches.model": string;
  /** Format: uuid */
  "rowFilter.matches.person": string;
  /** Format: integer */
  "rowFilter.matches.personality": string;
  /** Format: integer */
  "rowFilter.matches.score": string;
  /** Format: timestamp with time zone */
  "rowFilter.me.created_at": string;
  /** Format: text */
  "rowFilter.me.email": string;
  /** Format: text */
  "rowFilter.me.full_name": string;
  /** Format: uuid */
  "rowFilter.me.id": string;
  /** Format: boolean */
  "rowFilter.me.is_verified": string;
  /** Format: timestamp with time zone */
  "rowFilter.me.last_login_at": string;
  /** Format: text */
  "rowFilter.me.location": string;
  /** Format: jsonb */
  "rowFilter.me.organizations": string;
  /** Format: text */
  "rowFilter.me.phone": string;
  /** Format: text[] */
  "rowFilter.me.roles": string;
  /** Format: timestamp with time zone */
  "rowFilter.metric_values.at": string;
  /** Format: text */
  "rowFilter.metric_values.metric": string;
  /** Format: text */
  "rowFilter.metric_values.model": string;
  /** Format: uuid */
  "rowFilter.metric_values.organization_id": string;
  /** Format: double precision */
  "rowFilter.metric_values.value": string;
  /** Format: timestamp with time zone */
  "rowFilter.model_versions.created_at": string;
  /** Format: double precision */
  "rowFilter.model_versions.cross_validated_r_squared": string;
  /** Format: boolean */
  "rowFilter.model_versions.is_active": string;
  /** Format: bigint */
  "rowFilter.model_versions.n": string;
  /** Format: text */
  "rowFilter.model_versions.origin": string;
  /** Format: double precision */
  "rowFilter.model_versions.r_squared": string;
  /** Format: text */
  "rowFilter.model_versions.version": string;
  /** Format: text */
  "rowFilter.narratives.facility": string;
  /** Format: text */
  "rowFilter.narratives.facility_id": string;
  /** Format: text */
  "rowFilter.narratives.generated_at": string;
  /** Format: uuid */
  "rowFilter.narratives.organization_id": string;
  /** Format: text */
  "rowFilter.narratives.run_id": string;
  /** Format: jsonb */
  "rowFilter.narratives.summary": string;
  /** Format: integer */
  "rowFilter.norms.instrument": string;
  /** Format: double precision */
  "rowFilter.norms.mean": string;
  /** Format: bigint */
  "rowFilter.norms.n": string;
  /** Format: text */
  "rowFilter.norms.population": string;
  /** Format: double precision */
  "rowFilter.norms.reliability": string;
  /** Format: double precision */
  "rowFilter.norms.sd": string;
  /** Format: text */
  "rowFilter.norms.trait": string;
  /** Format: integer */
  "rowFilter.notifications.attempts": string;
  /** Format: timestamp with time zone */
  "rowFilter.notifications.created_at": string;
  /** Format: text */
  "rowFilter.notifications.error": string;
  /** Format: bigint */
  "rowFilter.notifications.id": string;
  /** Format: jsonb */
  "rowFilter.notifications.parameters": string;
  /** Format: uuid */
  "rowFilter.notifications.recipient_id": string;
  /** Format: timestamp with time zone */
  "rowFilter.notifications.sent_at": string;
  /** Format: text */
  "rowFilter.notifications.status": string;
  /** Format: text */
  "rowFilter.notifications.template": string;
  /** Format: timestamp with time zone */
  "rowFilter.organizations.created_at": string;
  /** Format: uuid */
  "rowFilter.organizations.id": string;
  /** Format: boolean */
  "rowFilter.organizations.is_active": string;
  /** Format: text */
  "rowFilter.organizations.name": string;
  /** Format: timestamp with time zone */
  "rowFilter.phases.completed_at": string;
  /** Format: integer */
  "rowFilter.phases.phase": string;
  /** Format: text */
  "rowFilter.phases.status": string;
  /** Format: timestamp with time zone */
  "rowFilter.photos.created_at": string;
  /** Format: uuid */
  "rowFilter.photos.document": string;
  /** Format: bigint */
  "rowFilter.photos.id": string;
  /** Format: text */
  "rowFilter.photos.model": string;
  /** Format: text */
  "rowFilter.photos.status": string;
  /** Format: boolean */
  "rowFilter.positions.is_leader": string;
  /** Format: text */
  "rowFilter.positions.name": string;
  /** Format: integer */
  "rowFilter.positions.sort": string;
  /** Format: double precision */
  "rowFilter.predictions.confidence": string;
  /** Format: timestamp with time zone */
  "rowFilter.predictions.created_at": string;
  /** Format: bigint */
  "rowFilter.predictions.id": string;
  /** Format: jsonb */
  "rowFilter.predictions.input": string;
  /** Format: text */
  "rowFilter.predictions.model": string;
  /**
   * Format: uuid
   * @description May be left out by members of one organisation.
   */
  "rowFilter.predictions.organization_id": string;
  /** Format: double precision */
  "rowFilter.predictions.outcome": string;
  /** Format: double precision */
  "rowFilter.predictions.prediction": string;
  /** Format: timestamp with time zone */
  "rowFilter.predictions.validated_at": string;
  /** Format: text */
  "rowFilter.predictions.version": string;
  /** Format: uuid */
  "rowFilter.profile.person": string;
  /** Format: jsonb */
  "rowFilter.profile.snapshot": string;
  /** Format: timestamp with time zone */
  "rowFilter.profile.updated_at": string;
  /**
   * Format: text
   * @description By which it is called in all functions here.
   */
  "rowFilter.projects.code": string;
  /** Format: integer */
  "rowFilter.projects.id": string;
  /**
   * Format: boolean
   * @description Whether it is in the portfolio.
   */
  "rowFilter.projects.is_active": string;
  /** Format: text */
  "rowFilter.projects.name": string;
  /** Format: uuid */
  "rowFilter.projects.organization_id": string;
  /** Format: text */
  "rowFilter.projects.team": string;
  /** Format: integer */
  "rowFilter.pull_requests.additions": string;
  /** Format: boolean */
  "rowFilter.pull_requests.author_is_bot": string;
  /** Format: timestamp with time zone */
  "rowFilter.pull_requests.closed_at": string;
  /** Format: double precision */
  "rowFilter.pull_requests.coding": string;
  /** Format: timestamp with time zone */
  "rowFilter.pull_requests.created_at": string;
  /** Format: integer */
  "rowFilter.pull_requests.deletions": string;
  /** Format: double precision */
  "rowFilter.pull_requests.deploy": string;
  /** Format: text */
  "rowFilter.pull_requests.deployment": string;
  /** Format: text */
  "rowFilter.pull_requests.external_id": string;
  /** Format: text[] */
  "rowFilter.pull_requests.flags": string;
  /** Format: bigint */
  "rowFilter.pull_requests.id": string;
  /** Format: timestamp with time zone */
  "rowFilter.pull_requests.merged_at": string;
  /** Format: double precision */
  "rowFilter.pull_requests.pickup": string;
  /** Format: text */
  "rowFilter.pull_requests.project": string;
  /** Format: double precision */
  "rowFilter.pull_requests.review": string;
  /** Format: double precision */
  "rowFilter.pull_requests.total": string;
  /** Format: date */
  "rowFilter.pulses.day": string;
  /** Format: timestamp with time zone */
  "rowFilter.pulses.given_at": string;
  /** Format: smallint */
  "rowFilter.pulses.score": string;
  /** Format: uuid */
  "rowFilter.pulses.vessel": string;
  /** Format: text */
  "rowFilter.raw_records.error": string;
  /** Format: text */
  "rowFilter.raw_records.external_id": string;
  /** Format: bigint */
  "rowFilter.raw_records.id": string;
  /** Format: integer */
  "rowFilter.raw_records.integration": string;
  /** Format: text */
  "rowFilter.raw_records.kind": string;
  /** Format: timestamp with time zone */
  "rowFilter.raw_records.received_at": string;
  /** Format: text */
  "rowFilter.raw_records.status": string;
  /** Format: text */
  "rowFilter.results.family": string;
  /** Format: text[] */
  "rowFilter.results.flags": string;
  /** Format: integer */
  "rowFilter.results.instrument": string;
  /** Format: timestamp with time zone */
  "rowFilter.results.measured_at": string;
  /** Format: double precision */
  "rowFilter.results.percentile": string;
  /** Format: boolean */
  "rowFilter.results.reliable": string;
  /** Format: double precision */
  "rowFilter.results.score": string;
  /** Format: double precision */
  "rowFilter.results.score_high": string;
  /** Format: double precision */
  "rowFilter.results.score_low": string;
  /**
   * Format: double precision
   * @description Standard error of measurement, in points of the score.
   */
  "rowFilter.results.sem": string;
  /** Format: bigint */
  "rowFilter.results.submission": string;
  /** Format: double precision */
  "rowFilter.results.t_score": string;
  /** Format: text */
  "rowFilter.results.trait": string;
  /** Format: text */
  "rowFilter.roles.code": string;
  /** Format: text */
  "rowFilter.roles.description": string;
  /** Format: timestamp with time zone */
  "rowFilter.runs.loaded_at": string;
  /** Format: bigint */
  "rowFilter.runs.n_lines": string;
  /** Format: uuid */
  "rowFilter.runs.organization_id": string;
  /** Format: timestamp with time zone */
  "rowFilter.runs.published_at": string;
  /** Format: bigint */
  "rowFilter.runs.rejected": string;
  /** Format: text */
  "rowFilter.runs.run_id": string;
  /** Format: text */
  "rowFilter.runs.status": string;
  /** Format: double precision */
  "rowFilter.safety_rules.below": string;
  /** Format: text */
  "rowFilter.safety_rules.effect": string;
  /** Format: integer */
  "rowFilter.safety_rules.id": string;
  /** Format: text[] */
  "rowFilter.safety_rules.positions": string;
  /** Format: text */
  "rowFilter.safety_rules.trait": string;
  /** Format: interval */
  "rowFilter.schedules.every": string;
  /** Format: boolean */
  "rowFilter.schedules.is_active": string;
  /** Format: text */
  "rowFilter.schedules.kind": string;
  /** Format: text */
  "rowFilter.schedules.name": string;
  /** Format: timestamp with time zone */
  "rowFilter.schedules.next_run_at": string;
  /** Format: text */
  "rowFilter.sessions.address": string;
  /** Format: timestamp with time zone */
  "rowFilter.sessions.created_at": string;
  /** Format: uuid */
  "rowFilter.sessions.id": string;
  /** Format: boolean */
  "rowFilter.sessions.is_current": string;
  /** Format: timestamp with time zone */
  "rowFilter.sessions.last_used_at": string;
  /** Format: text */
  "rowFilter.sessions.user_agent": string;
  /** Format: timestamp with time zone */
  "rowFilter.signal_assignments.assigned_at": string;
  /** Format: uuid */
  "rowFilter.signal_assignments.assignee": string;
  /** Format: text */
  "rowFilter.signal_assignments.assignee_name": string;
  /** Format: timestamp with time zone */
  "rowFilter.signal_assignments.closed_at": string;
  /** Format: text */
  "rowFilter.signal_assignments.notes": string;
  /** Format: timestamp with time zone */
  "rowFilter.signal_assignments.resolved_at": string;
  /** Format: text */
  "rowFilter.signal_assignments.role_type": string;
  /** Format: bigint */
  "rowFilter.signal_assignments.signal": string;
  /** Format: timestamp with time zone */
  "rowFilter.signal_assignments.snoozed_until": string;
  /** Format: timestamp with time zone */
  "rowFilter.signal_assignments.started_at": string;
  /** Format: text */
  "rowFilter.signal_assignments.status": string;
  /** Format: text */
  "rowFilter.signal_metrics.category": string;
  /** Format: text */
  "rowFilter.signal_metrics.description": string;
  /** Format: text */
  "rowFilter.signal_metrics.domain": string;
  /** Format: text */
  "rowFilter.signal_metrics.metric_id": string;
  /** Format: text */
  "rowFilter.signal_metrics.name": string;
  /** Format: text */
  "rowFilter.signal_metrics.polarity": string;
  /** Format: text */
  "rowFilter.signal_metrics.unit": string;
  /** Format: text */
  "rowFilter.signals.consistency_tier": string;
  /** Format: double precision */
  "rowFilter.signals.cost": string;
  /**
   * Format: integer
   * @description Since it was detected, until it was resolved.
   */
  "rowFilter.signals.days_open": string;
  /** Format: text */
  "rowFilter.signals.description": string;
  /** Format: timestamp with time zone */
  "rowFilter.signals.detected_at": string;
  /** Format: jsonb */
  "rowFilter.signals.dimensions": string;
  /** Format: text */
  "rowFilter.signals.domain": string;
  /** Format: text */
  "rowFilter.signals.facility": string;
  /** Format: text */
  "rowFilter.signals.facility_id": string;
  /** Format: boolean */
  "rowFilter.signals.has_children": string;
  /** Format: boolean */
  "rowFilter.signals.has_parents": string;
  /** Format: bigint */
  "rowFilter.signals.id": string;
  /** Format: text */
  "rowFilter.signals.magnitude_tier": string;
  /** Format: text */
  "rowFilter.signals.metric": string;
  /** Format: text */
  "rowFilter.signals.metric_id": string;
  /** Format: text */
  "rowFilter.signals.node_id": string;
  /** Format: uuid */
  "rowFilter.signals.organization_id": string;
  /** Format: double precision */
  "rowFilter.signals.percentile": string;
  /**
   * Format: double precision
   * @description Of the slope, over all facilities of the metric (Benjamini and Hochberg).
   */
  "rowFilter.signals.q_value": string;
  /** Format: text */
  "rowFilter.signals.run_id": string;
  /** Format: integer */
  "rowFilter.signals.severity": string;
  /** Format: text */
  "rowFilter.signals.signal_type": string;
  /** Format: double precision */
  "rowFilter.signals.slope": string;
  /** Format: double precision */
  "rowFilter.signals.slope_percentile": string;
  /** Format: text */
  "rowFilter.signals.status": string;
  /** Format: text */
  "rowFilter.signals.system_name": string;
  /** Format: text */
  "rowFilter.signals.trajectory_tier": string;
  /** Format: double precision */
  "rowFilter.signals.value": string;
  /** Format: text */
  "rowFilter.signals.why_it_matters": string;
  /**
   * Format: double precision
   * @description Among the facilities of the metric; high is bad, whatever the polarity.
   */
  "rowFilter.signals.z": string;
  /** Format: timestamp with time zone */
  "rowFilter.simulations.created_at": string;
  /** Format: uuid */
  "rowFilter.simulations.created_by": string;
  /**
   * Format: text
   * @description Why a part failed, if one did.
   */
  "rowFilter.simulations.error": string;
  /** Format: timestamp with time zone */
  "rowFilter.simulations.finished_at": string;
  /** Format: uuid */
  "rowFilter.simulations.id": string;
  /** Format: bigint */
  "rowFilter.simulations.job": string;
  /**
   * Format: text
   * @description simulation or sensitivity.
   */
  "rowFilter.simulations.model": string;
  /** Format: text */
  "rowFilter.simulations.name": string;
  /** Format: uuid */
  "rowFilter.simulations.organization_id": string;
  /** Format: double precision */
  "rowFilter.simulations.progress": string;
  /** Format: timestamp with time zone */
  "rowFilter.simulations.started_at": string;
  /** Format: text */
  "rowFilter.simulations.status": string;
  /** Format: text */
  "rowFilter.sql_policies.description": string;
  /** Format: text */
  "rowFilter.sql_policies.name": string;
  /** Format: uuid */
  "rowFilter.sql_policies.organization_id": string;
  /** Format: jsonb */
  "rowFilter.sql_policies.relations": string;
  /** Format: jsonb */
  "rowFilter.sql_policies.require_limit": string;
  /** Format: text */
  "rowFilter.sql_policies.tenant_column": string;
  /** Format: text */
  "rowFilter.status_mappings.category": string;
  /** Format: integer */
  "rowFilter.status_mappings.integration": string;
  /** Format: uuid */
  "rowFilter.status_mappings.organization_id": string;
  /** Format: text */
  "rowFilter.status_mappings.status": string;
  /** Format: smallint[] */
  "rowFilter.submissions.answers": string;
  /** Format: bigint */
  "rowFilter.submissions.id": string;
  /** Format: integer */
  "rowFilter.submissions.instrument": string;
  /** Format: timestamp with time zone */
  "rowFilter.submissions.started_at": string;
  /** Format: timestamp with time zone */
  "rowFilter.submissions.submitted_at": string;
  /** Format: text */
  "rowFilter.survey_kinds.kind": string;
  /**
   * Format: boolean
   * @description Whether the person of the request has; null: is not asked.
   */
  "rowFilter.surveys.answered": string;
  /** Format: timestamp with time zone */
  "rowFilter.surveys.closes_at": string;
  /** Format: uuid */
  "rowFilter.surveys.id": string;
  /** Format: text */
  "rowFilter.surveys.kind": string;
  /** Format: timestamp with time zone */
  "rowFilter.surveys.opens_at": string;
  /** Format: uuid */
  "rowFilter.surveys.vessel": string;
  /** Format: uuid */
  "rowFilter.tokens.campaign": string;
  /** Format: timestamp with time zone */
  "rowFilter.tokens.created_at": string;
  /** Format: timestamp with time zone */
  "rowFilter.tokens.expires_at": string;
  /** Format: bigint */
  "rowFilter.tokens.id": string;
  /** Format: text */
  "rowFilter.tokens.kind": string;
  /** Format: text */
  "rowFilter.tokens.position": string;
  /** Format: timestamp with time zone */
  "rowFilter.tokens.revoked_at": string;
  /** Format: boolean */
  "rowFilter.tokens.single_use": string;
  /** Format: timestamp with time zone */
  "rowFilter.tokens.used_at": string;
  /** Format: uuid */
  "rowFilter.tokens.vessel": string;
  /** Format: jsonb */
  "rowFilter.vessels.environment": string;
  /** Format: uuid */
  "rowFilter.vessels.id": string;
  /** Format: boolean */
  "rowFilter.vessels.is_active": string;
  /** Format: uuid */
  "rowFilter.vessels.leader": string;
  /**
   * Format: jsonb
   * @description How the vessel is led; null: as the leader's profile says.
   */
  "rowFilter.vessels.leadership": string;
  /** Format: text */
  "rowFilter.vessels.name": string;
  /** Format: uuid */
  "rowFilter.vessels.organization": string;
  /**
   * Format: timestamp with time zone
   * @description When what the dashboard shows changed last.
   */
  "rowFilter.vessels.snapshot_updated_at": string;
  /**
   * Format: boolean
   * @description Whether the mood aboard was lower than vessels of the fleet usually differ.
   */
  "rowFilter.vessels.toxicity_flag": string;
  /** Format: timestamp with time zone */
  "rowFilter.work_items.created_at": string;
  /**
   * Format: timestamp with time zone
   * @description When it was last done; null where it is not.
   */
  "rowFilter.work_items.done_at": string;
  /** Format: text */
  "rowFilter.work_items.external_id": string;
  /** Format: bigint */
  "rowFilter.work_items.id": string;
  /** Format: double precision */
  "rowFilter.work_items.points": string;
  /** Format: text */
  "rowFilter.work_items.project": string;
  /**
   * Format: text
   * @description todo, in_progress, done.
   */
  "rowFilter.work_items.status": string;
  /** Format: text */
  "rowFilter.work_items.team": string;
  /** Format: text */
  "rowFilter.work_items.title": string;
  /** Format: text */
  "rowFilter.work_items.type": string;
  /** Format: boolean */
  "rowFilter.workloads.automatable": string;
  /** Format: integer */
  "rowFilter.workloads.id": string;
  /** Format: text */
  "rowFilter.workloads.name": string;
  /** Format: uuid */
  "rowFilter.workloads.organization_id": string;
  /** Format: integer */
  "rowFilter.workloads.position": string;
  /** Format: text */
  "rowFilter.workloads.role": string;
  /**
   * Format: double precision
   * @description 0 to 1: what is to be learnt before the task is automated.
   */
  "rowFilter.workloads.skill": string;
  /**
   * Format: double precision
   * @description Share of the role's time, 0 to 1.
   */
  "rowFilter.workloads.time": string;
  /** @description Filtering Columns */
  select: string;
}

export interface operations {}

export interface external {}
